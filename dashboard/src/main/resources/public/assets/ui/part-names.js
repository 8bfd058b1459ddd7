import { text } from "../messages.js";
import { channelName } from "./campaign-row.js";
import { tierWords } from "./customer-words.js";

const NOBODY = "NONE";

/** How the parts of a campaign are called; `campaign` is its record, as far as it is known. */
export const partNames = {
  channel: (key, campaign) => (key === NOBODY ? whoElse(campaign) : channelName(key)),
  variant: (key, campaign) => (key === (campaign.controlVariant ?? "CONTROL") ? `${key} (${text.campaign.variantHeldOut})` : key === NOBODY ? whoElse(campaign) : key),
  segment: (key) => (key === NOBODY ? text.campaign.noSegment : key),
  tier(key) {
    if (key === NOBODY) return text.campaign.noTier;
    return key === "C" ? text.campaign.tierOthers : tierWords(key);
  },
};

function whoElse({ audienceSize }) {
  return audienceSize ? text.campaign.audience : text.campaign.notContacted;
}

/** How a slice of a campaign is called, by its channel and segment: one name for each that it has. */
export function sliceNames({ channel, segment }, campaign) {
  const names = [channel && partNames.channel(channel, campaign), segment && partNames.segment(segment)].filter(Boolean);
  return names.length ? names : [text.breakdown.all];
}
