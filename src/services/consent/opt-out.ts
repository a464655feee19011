/** People who ask to be called no more, by a key during the abandon message or by a text message. */
import { OPT_OUT_KEY } from "../../../campaigns/compliance/abandonment/message.ts";
import { asksToStop } from "../../../campaigns/compliance/opt-out-words.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import type { ForbidWithin } from "../agents/dispose-attempt.ts";

type Deps = { stores: Stores; clock: Clock; forbid: ForbidWithin };

const HANG_UP: VoiceInstruction = { do: "hang-up" };
const TAKEN_OFF: VoiceInstruction = {
  do: "say-and-hang-up",
  message: "Thank you. You are off our list and will not be called again. Goodbye.",
  language: "en-US",
};

/** Pressing the key again is the same. Another key, or a call that is not the attempt's, changes nothing. */
export function makeOptOutByKey({ stores, clock, forbid }: Deps) {
  return (pressed: { attemptId: string; carrierCallId: string; digits: string }): Promise<VoiceInstruction> =>
    stores.transaction(async (tx) => {
      if (pressed.digits !== OPT_OUT_KEY) return HANG_UP;
      const attempt = await tx.attempts.lock(pressed.attemptId);
      if (attempt?.carrierCallId !== pressed.carrierCallId) return HANG_UP;
      await forbid(tx, {
        phone: attempt.phone,
        reason: "asked-by-the-person",
        source: "keypress",
        createdBy: null,
        at: clock.now(),
        attemptId: attempt.id,
      });
      return TAKEN_OFF;
    });
}

/** `true`: the text asked for it, and the number is called no more. */
export function makeOptOutByText({ stores, clock, forbid }: Deps) {
  return (message: { from: string; text: string }): Promise<boolean> =>
    stores.transaction(async (tx) => {
      if (!asksToStop(message.text)) return false;
      await forbid(tx, { phone: message.from, reason: "asked-by-the-person", source: "sms", createdBy: null, at: clock.now() });
      return true;
    });
}
