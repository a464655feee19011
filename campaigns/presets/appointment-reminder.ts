/** Remind people of an appointment: early in the day, two attempts, nobody is sold anything. */
import type { CampaignPreset } from "./preset.ts";

const weekday = [{ opensAt: "09:00", closesAt: "19:00" }];
const saturday = [{ opensAt: "10:00", closesAt: "14:00" }];

export const appointmentReminderPreset: CampaignPreset = {
  name: "Appointment reminder",
  description: "One call for each free agent, tried again twice at most on the same day.",
  settings: {
    dialMode: "progressive",
    callKind: "informational",
    callingWindow: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: saturday, 7: [] },
    ringTimeoutSeconds: 30,
    wrapUpSeconds: 30,
    mostAttemptsPerContact: 3,
    frequencyCaps: [{ per: "person", attempts: 2, hours: 24 }],
    recycle: {
      busy: { afterSeconds: 600, mostAttempts: 2 },
      "no-answer": { afterSeconds: 7_200, mostAttempts: 2 },
      machine: { afterSeconds: 14_400, mostAttempts: 1 },
      abandoned: { afterSeconds: 259_200, mostAttempts: 2 },
    },
    recycleFallback: { afterSeconds: 3_600, mostAttempts: 2 },
  },
};
