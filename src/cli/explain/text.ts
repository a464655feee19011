/** Answers of the rules for people. */
import { type Explanation, localTimesOf } from "../../../campaigns/compliance/explain/explain-call.ts";
import { isoUtc } from "../../../campaigns/compliance/explain/instant-text.ts";
import type { PermittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import type { ExplainQuery, WindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import type { DecisionReason } from "../../../campaigns/compliance/decision.ts";
import { dayNumber, weekdayOfDay } from "../../../campaigns/contacts/local-time.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import { drawTable } from "../output.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "Sat 2026-11-21 22:00 (-05:00)" from "2026-11-21T22:00:00-05:00"; seconds where there are some. */
function clockText(local: string): string {
  const seconds = local.slice(17, 19);
  const [year = 0, month = 0, day = 0] = local.slice(0, 10).split("-").map(Number);
  const weekday = WEEKDAYS[weekdayOfDay(dayNumber(year, month, day)) - 1];
  return `${weekday} ${local.slice(0, 10)} ${local.slice(11, 16)}${seconds === "00" ? "" : `:${seconds}`} (${local.slice(19)})`;
}

const clocksText = (zones: readonly string[], instant: Instant): string[] =>
  localTimesOf(zones, instant).map(({ zone, local }) => `${clockText(local)} in ${zone}`);

/** Lines under one heading, set in by a column. */
function block(heading: string, lines: readonly string[]): string {
  return lines.map((line, index) => `${(index === 0 ? heading : "").padEnd(11)}${line}`).join("\n");
}

const CONFIDENCE: Readonly<Record<DecisionReason["confidence"], string>> = {
  high: "",
  medium: " (confidence medium)",
  low: " (confidence low: what the law says is uncertain, and the stricter reading is applied)",
};

const reasonText = ({ code, rule, detail, citation, confidence }: DecisionReason): string =>
  [`  ${rule}: ${code}${CONFIDENCE[confidence]}`, `    ${detail}`, ...(citation === null ? [] : [`    ${citation}`])].join("\n");

const NOT_ASKED = [
  "Not looked at: do-not-call entries, registers, caps and cool-downs, consent on record and a campaign's own window.",
  "They need the database, and the gate asks them before every call.",
  "What the rulebook says is not legal advice.",
].join("\n");

function sentence({ decision, until }: Explanation, { callKind }: ExplainQuery): string {
  if (decision === "call") return `CALL: the law of the place allows a ${callKind} call to this number at that time.`;
  if (decision === "wait" && until !== null) return `WAIT until ${isoUtc(until)}: a ${callKind} call to this number is not allowed before.`;
  return `NEVER: no ${callKind} call to this number is allowed.`;
}

const consentText = ({ consent, numberType, isAutomatic }: ExplainQuery | WindowsQuery): string =>
  `consent ${consent ?? "not stated"}, number type ${numberType}, dialed by ${isAutomatic ? "a machine" : "a person"}`;

export function explanationText(found: Explanation, query: ExplainQuery): string {
  const { until, zones, jurisdictions, reasons, placeSource } = found;
  const there = clocksText(zones, query.at);
  return [
    sentence(found, query),
    "",
    block("At", [isoUtc(query.at)]),
    block("There", there.length > 0 ? there : ["nobody knows"]),
    block("Law of", [`${jurisdictions.join(", ") || "nobody knows where"} (by ${placeSource})`]),
    block("Taken for", [consentText(query)]),
    ...(until === null ? [] : [block("Next", clocksText(zones, until))]),
    "",
    found.decision === "call" ? "Rules that were consulted" : "Why",
    ...reasons.map(reasonText),
    "",
    NOT_ASKED,
  ].join("\n");
}

/** Codes of rules that were consulted for their hours and demand nothing else. */
const HOURS_ALONE: ReadonlySet<string> = new Set(["legal-hours", "allowed"]);

export function windowsText({ intervals, zones, jurisdictions, reasons }: PermittedWindows, query: WindowsQuery): string {
  const [zone] = zones;
  const local = (instant: Instant): string => (zone === undefined ? "" : clockText(localTimesOf([zone], instant)[0]?.local ?? ""));
  const rows = intervals.map(([from, to]) => [isoUtc(from), isoUtc(to), local(from), local(to)]);
  const hours = intervals.reduce((sum, [from, to]) => sum + (to - from), 0) / 3_600_000;
  return [
    `${intervals.length} ${intervals.length === 1 ? "span" : "spans"}, ${Math.round(hours * 10) / 10} hours in all, for ${query.callKind} calls to this number.`,
    "",
    block("From", [isoUtc(query.from)]),
    block("To", [isoUtc(query.to)]),
    block("Clocks", zones.length > 0 ? zones : ["nobody knows"]),
    block("Law of", [jurisdictions.join(", ") || "nobody knows where"]),
    block("Taken for", [consentText(query)]),
    "",
    ...(rows.length > 0 && reasons.some(({ code }) => !HOURS_ALONE.has(code))
      ? ["These are hours only: more is demanded before a call, and the first of the rules below say what.", ""]
      : []),
    ...(rows.length > 0 ? [drawTable({ columns: ["from", "to", `from, ${zone}`, `to, ${zone}`], rows }), ""] : []),
    "Rules",
    ...reasons.map(reasonText),
    "",
    NOT_ASKED,
  ].join("\n");
}
