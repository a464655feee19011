/** The campaign that `npm start` runs on the simulated carrier. Every rule holds in it; only the waits are short. */
import type { CampaignPreset } from "./preset.ts";

const day = [{ opensAt: "09:00", closesAt: "20:00" }];

export const demoPreset: CampaignPreset = {
  name: "Demo",
  description: "Dials a list of fictional people over the whole world on the simulated carrier, one call for each free agent.",
  settings: {
    dialMode: "progressive",
    callKind: "informational",
    callingWindow: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day },
    // Reserved for fiction, and none of the list's own numbers.
    callerIds: ["+12025550190", "+12125550191", "+13125550192", "+14155550193"],
    ringTimeoutSeconds: 25,
    callerName: "the Callkeeper demo",
    callbackNumber: "+12025550190",
    wrapUpSeconds: 30,
    frequencyCaps: [{ per: "person", attempts: 3, hours: 24 }],
    mostAttemptsPerContact: 6,
    // Minutes instead of hours, so that somebody who watches sees a contact come round again.
    recycle: {
      busy: { afterSeconds: 60, mostAttempts: 3 },
      "no-answer": { afterSeconds: 120, mostAttempts: 3 },
      machine: { afterSeconds: 300, mostAttempts: 2 },
      "hung-up": { afterSeconds: 300, mostAttempts: 2 },
      // 72 hours: Ofcom's persistent misuse statement of 2016 asks for them after an abandoned call.
      abandoned: { afterSeconds: 259_200, mostAttempts: 2 },
    },
    recycleFallback: { afterSeconds: 120, mostAttempts: 2 },
    script: "Good day, this is Callkeeper's demo. Nobody real is on the line: greet the person, listen, and choose what came of it.",
  },
};
