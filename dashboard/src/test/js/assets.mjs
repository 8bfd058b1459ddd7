/** Where the page's modules are, seen from its tests. */
const root = new URL("../../main/resources/public/assets/", import.meta.url);

export const load = (path) => import(new URL(path, root));
