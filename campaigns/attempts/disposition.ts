/**
 * A disposition closes an attempt: who says it (the system or the agent) and what follows from it.
 *
 *   final        the contact is finished for this campaign
 *   recycle      may be tried again under the campaign's recycle policy
 *   next-number  this number is no good: marked bad, the contact's next number is tried at once
 *   never-again  final, and the person is called by nobody any more, on no number of theirs
 */
export type Consequence = "final" | "recycle" | "next-number" | "never-again";

export type Disposition = {
  code: string;
  label: string;
  source: "system" | "agent";
  consequence: Consequence;
  /** The intended person was spoken to. */
  reached: boolean;
  /** Counts as a success of the campaign (conversion). */
  success: boolean;
  /** The person said no: some laws forbid to call again for a time. */
  refusal: boolean;
};

const system = (code: string, label: string, consequence: Consequence): Disposition => ({
  code,
  label,
  source: "system",
  consequence,
  reached: false,
  success: false,
  refusal: false,
});
type Meaning = Pick<Disposition, "consequence" | "reached"> & Partial<Pick<Disposition, "success" | "refusal">>;
const agent = (code: string, label: string, meaning: Meaning): Disposition => ({
  code,
  label,
  source: "agent",
  success: false,
  refusal: false,
  ...meaning,
});

export const DISPOSITIONS: readonly Disposition[] = [
  system("busy", "Busy", "recycle"),
  system("no-answer", "No answer", "recycle"),
  system("machine", "Answering machine", "recycle"),
  system("fax", "Fax", "next-number"),
  system("hung-up", "Hung up before an agent joined", "recycle"),
  system("abandoned", "Abandoned: no agent in time", "recycle"),
  system("failed", "The carrier could not place the call", "recycle"),
  system("cancelled", "Cancelled before an answer", "recycle"),
  system("declined", "Declined or blocked by the network", "recycle"),
  system("invalid-number", "The number cannot be reached", "next-number"),
  system("unknown", "Never confirmed by the carrier", "recycle"),
  system("lost", "The carrier no longer knows the call", "recycle"),
  system("not-dispositioned", "The wrap-up time ran out", "recycle"),
  system("not-placed", "Let go before the carrier was asked", "recycle"),
  agent("success", "Success", { consequence: "final", reached: true, success: true }),
  agent("not-interested", "Not interested", { consequence: "final", reached: true, refusal: true }),
  agent("reached", "Reached, nothing agreed", { consequence: "final", reached: true }),
  agent("no-contact", "Somebody else answered", { consequence: "recycle", reached: false }),
  agent("voicemail", "Voicemail", { consequence: "recycle", reached: false }),
  agent("wrong-number", "Wrong number", { consequence: "next-number", reached: false }),
  agent("do-not-call", "Asked not to be called", { consequence: "never-again", reached: true, refusal: true }),
];

const BY_CODE = new Map(DISPOSITIONS.map((disposition) => [disposition.code, disposition]));

/** The disposition with this code, or undefined. */
export const dispositionOf = (code: string): Disposition | undefined => BY_CODE.get(code);

export const AGENT_DISPOSITIONS = DISPOSITIONS.filter((disposition) => disposition.source === "agent");
