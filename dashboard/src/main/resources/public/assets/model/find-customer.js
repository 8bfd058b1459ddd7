const PHONE = /^(?:\+|00)[\d\s()./-]*$/;

/** By what a customer may be meant who is not known by what the words look like: ids may look like anything. */
const ALSO = { phone: "customerId", email: "customerId", customerId: "visitorId" };

/** What was typed: an e-mail address, a phone number, or else an id. */
export function identityKind(query) {
  if (query.includes("@")) return "email";
  return PHONE.test(query) ? "phone" : "customerId";
}

/** Whether this may be a phone number that lacks only its country. */
export function lacksCountry(query) {
  return /^0[\d\s()./-]{5,}$/.test(query) && identityKind(query) !== "phone";
}

/** The id of the customer who is meant, or null for nobody. Throws the server's problem: that of a malformed query only if nobody is found by other means. */
export async function findCustomer(api, query) {
  const kind = identityKind(query);
  let malformed = null;
  for (const by of [kind, ALSO[kind]]) {
    try {
      return (await api.customerBy(by, query)).customerId;
    } catch (problem) {
      if (isMalformed(problem)) malformed ??= problem;
      else if (problem.status !== 404) throw problem;
    }
  }
  if (malformed) throw malformed;
  return null;
}

/** Whether the server understood the question and refused the words in it. */
export function isMalformed({ status }) {
  return status === 400 || status === 422;
}
