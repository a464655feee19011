/** A campaign's status in words, for people. */
import type { AbandonmentEntry } from "../../campaigns/compliance/abandonment/ledger.ts";
import type { CampaignStatus } from "../../campaigns/measures/campaign-status.ts";
import { reasonWords } from "../../campaigns/measures/reasons.ts";
import type { Instant } from "../../campaigns/instant.ts";
import { at, drawTable } from "./output.ts";
import { dispositionWords, percent } from "./up/draw.ts";
import { nothingNow } from "./up/look.ts";

export function describeStatus(campaign: { name: string }, status: CampaignStatus, now: Instant): string {
  const { contacts, openAttempts } = status;
  const open = Object.entries(openAttempts).map(([state, count]) => `${count} ${state}`);
  const outside = status.outsideWindowCount > 0 ? [`${status.outsideWindowCount} where no call is allowed at this hour`] : [];
  const waiting = [...outside, ...Object.entries(status.waiting).map(([code, count]) => `${count} ${reasonWords(code)}`)];
  const lines: [string, string][] = [
    ["Campaign", `${campaign.name}, ${status.state}${status.stateReason === null ? "" : ` (${status.stateReason})`}`],
    [
      "Contacts",
      `${status.contactCount}: ${contacts.finished} finished, ${contacts.ready} to come, ${contacts["on-hopper"]} next, ${contacts["in-attempt"]} in hand`,
    ],
    ["Tried", `${status.attemptedContacts} (${percent(status.penetration)})`],
    ["Calls", open.join(", ") || "none"],
    ["Results", dispositionWords(status).join(", ") || "none yet"],
    ["Answered", `${percent(status.answerRate)} of attempts`],
    ["Abandoned", `${percent(status.abandonRate)} of live answers in 30 days`],
    ...(waiting.length > 0 ? [["Waiting", waiting.join("; ")] as [string, string]] : []),
  ];
  const nobody = nothingNow(status, now);
  if (nobody !== null) lines.push(["Now", nobody]);
  return lines.map(([label, text]) => `${label.padEnd(10)} ${text}`).join("\n");
}

/** The abandonment ledger of a campaign, one law and span a line. */
export const abandonmentTable = (entries: readonly AbandonmentEntry[]): string =>
  drawTable({
    columns: ["law", "from", "to", "live answers", "abandoned", "share", "cap", "left"],
    rows: entries.map((entry) => [
      `${entry.jurisdiction} ${entry.rule}`,
      at(entry.from),
      at(entry.to),
      entry.liveAnswers,
      entry.abandoned,
      percent(entry.share),
      entry.cap === null ? null : `${percent(entry.cap)}${entry.isOverCap ? " EXCEEDED" : ""}`,
      entry.left,
    ]),
  });
