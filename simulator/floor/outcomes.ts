/** What simulated agents write down after a call, and how often: figures of an ordinary day, not of any study. */
import type { Dice } from "../random.ts";

const OUTCOMES: readonly { weight: number; value: { disposition: string; notes: readonly string[] } }[] = [
  { weight: 30, value: { disposition: "success", notes: ["Appointment made.", "Said yes; details sent by post.", "Confirmed."] } },
  { weight: 26, value: { disposition: "not-interested", notes: ["Not interested at the moment.", "Has another supplier."] } },
  { weight: 24, value: { disposition: "reached", notes: ["Wants to think about it.", "Asked for written information."] } },
  { weight: 10, value: { disposition: "no-contact", notes: ["Somebody else in the house answered."] } },
  { weight: 4, value: { disposition: "voicemail", notes: ["Voicemail after all."] } },
  { weight: 4, value: { disposition: "wrong-number", notes: ["Nobody of that name here."] } },
  { weight: 2, value: { disposition: "do-not-call", notes: ["Asked not to be called again."] } },
];

export function pickDisposition(dice: Dice): { disposition: string; note: string } {
  const { disposition, notes } = dice.pick(OUTCOMES);
  return { disposition, note: notes[Math.floor(dice.next() * notes.length)] ?? "" };
}
