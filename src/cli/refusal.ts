import { CliFailure } from "./failure.ts";

type Refusal = { ok: false; reason: string; detail?: unknown };

/** A refusal's detail as one line: a sentence as it is, anything else as JSON. */
const detailOf = (detail: unknown): string =>
  detail === undefined ? "" : `: ${typeof detail === "string" ? detail : JSON.stringify(detail)}`;

/** Gives back an outcome that went well; a refusal becomes one clear line. `what` was asked for: "start the campaign". */
export function orFail<Outcome extends { ok: true } | Refusal>(outcome: Outcome, what: string): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  throw new CliFailure({ code: outcome.reason, message: `${what}: refused, ${outcome.reason}${detailOf(outcome.detail)}` });
}
