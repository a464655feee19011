/** Offer something to people who agreed to be called. */
import type { CampaignPreset } from "./preset.ts";

/**
 * The hours that every state of the United States with a rule of its own leaves for sales calls, taken together:
 * Monday to Friday 10 to 18, Saturday 10 to 17 (Rhode Island General Laws 5-61-3.6 is the tightest), no Sunday
 * (Alabama, Louisiana, Mississippi, Pennsylvania since 2026-10-18). As known on 2026-11-21.
 */
const weekday = [{ opensAt: "10:00", closesAt: "18:00" }];
const saturday = [{ opensAt: "10:00", closesAt: "17:00" }];

export const salesOutreachPreset: CampaignPreset = {
  name: "Sales outreach",
  description: "A little more than one call for each free agent, within the hours that every state of the United States allows.",
  settings: {
    dialMode: "power",
    callKind: "telemarketing",
    dialRatio: 1.3,
    callingWindow: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: saturday, 7: [] },
    ringTimeoutSeconds: 25,
    wrapUpSeconds: 90,
    mostAttemptsPerContact: 6,
    // Three a day to one person: Florida Statutes 501.059(8)(b), Oklahoma 15 O.S. 775C.3, read 2026-11-21.
    frequencyCaps: [{ per: "person", attempts: 3, hours: 24 }],
    recycle: {
      busy: { afterSeconds: 1_800, mostAttempts: 3 },
      "no-answer": { afterSeconds: 14_400, mostAttempts: 4 },
      machine: { afterSeconds: 86_400, mostAttempts: 2 },
      abandoned: { afterSeconds: 259_200, mostAttempts: 2 },
    },
    recycleFallback: { afterSeconds: 14_400, mostAttempts: 2 },
  },
};
