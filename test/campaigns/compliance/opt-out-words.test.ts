import { expect, test } from "vitest";
import { asksToStop } from "../../../campaigns/compliance/opt-out-words.ts";

test.each([
  "STOP",
  "stop.",
  " Stop! ",
  "STOPALL",
  "unsubscribe",
  "Cancel",
  "END",
  "quit",
  "opt out",
  "OPT-OUT",
  "Revoke",
  "ARRÊT",
  "Baja",
  "Please stop calling me",
  "Please take me off your list",
  "do not call me again",
  "Don’t call me!",
  "remove me",
  "ENDE",
  "ＳＴＯＰ",
  "lose my number",
  "stop it",
  "I want to opt out of this",
])("%s asks us to stop", (text) => expect(asksToStop(text)).toBe(true));

test.each([
  "",
  "yes",
  "START",
  "the weekend",
  "cancel my order please",
  "when does it end?",
  "stopped by today",
  "call me tomorrow",
  "I could not take your call",
  "🙂",
])("%s does not ask us to stop", (text) => expect(asksToStop(text)).toBe(false));
