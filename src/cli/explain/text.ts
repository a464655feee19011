/** Answers of the rules for people. */
import { type Explanation, localTimesOf } from "../../../campaigns/compliance/explain/explain-call.ts";
import type { Interval, IntervalSet } from "../../../campaigns/compliance/intervals.ts";
import { narrowingRules } from "../../../campaigns/compliance/explain/narrowing-rules.ts";
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
  high: " (confidence high)",
  medium: " (confidence medium)",
  low: " (confidence low: what the law says is uncertain, and the stricter reading is applied)",
};

/** "us-ny" where the first day of the law is not known, which JSON writes "us-ny@-". */
const ruleText = (rule: string): string => rule.replace(/@-$/, "");

/** What whoever asks can do about it here. */
const ADVICE: Readonly<Record<string, string>> = {
  "unknown-place": "Nothing says where the person is: give --postal, --region or --zone.",
};

const reasonText = ({ code, rule, detail, citation, confidence }: DecisionReason, note = ""): string =>
  [
    `  ${ruleText(rule)}: ${code}${CONFIDENCE[confidence]}${note}`,
    `    ${ADVICE[code] ?? detail}`,
    ...(citation === null ? [] : [`    ${citation}`]),
  ].join("\n");

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
    ...reasons.map((reason) => reasonText(reason)),
    "",
    NOT_ASKED,
  ].join("\n");
}

/** Codes of rules that were consulted for their hours and demand nothing else. */
const HOURS_ALONE: ReadonlySet<string> = new Set(["legal-hours", "allowed"]);

/** "Mon 2026-11-23 08:00 to 20:00 (-06:00)"; the day and the offset twice where they differ. */
function spanText(zone: string, [from, to]: Interval): string {
  const [start = "", end = ""] = [from, to].map((instant) => clockText(localTimesOf([zone], instant)[0]?.local ?? ""));
  const [day, offset] = [start.slice(0, 14), start.slice(start.indexOf(" ("))];
  return end.startsWith(day) && end.endsWith(offset)
    ? `${start.slice(0, -offset.length)} to ${end.slice(day.length + 1)}`
    : `${start} to ${end}`;
}

/** One column for each clock; clocks that show the same all the time share one. */
function clockColumns(zones: readonly string[], intervals: IntervalSet): { names: string[]; texts: string[] }[] {
  const columns = new Map<string, { names: string[]; texts: string[] }>();
  for (const zone of zones) {
    const texts = intervals.map((span) => spanText(zone, span));
    const key = texts.join();
    const known = columns.get(key);
    if (known) known.names.push(zone);
    else columns.set(key, { names: [zone], texts });
  }
  return [...columns.values()];
}

function spansTable(zones: readonly string[], intervals: IntervalSet): string {
  const clocks = clockColumns(zones, intervals);
  return drawTable({
    columns: ["from", "to", ...clocks.map(({ names }) => `in ${names.join(", ")}`)],
    rows: intervals.map(([from, to], index) => [isoUtc(from), isoUtc(to), ...clocks.map(({ texts }) => texts[index] ?? "")]),
  });
}

/** What is demanded beside the hours, in one line before the hours: they are no leave to call. */
function caveat(reasons: readonly DecisionReason[], { callKind }: WindowsQuery): string[] {
  const demands = reasons.filter(({ code }) => !HOURS_ALONE.has(code));
  if (demands.length === 0) return [];
  const said = [...new Set(demands.map(({ code, rule }) => `${code} of ${ruleText(rule)}`))].join(", ");
  return [`HOURS ONLY: as it stands no ${callKind} call is allowed in them (${said}).`];
}

export function windowsText(found: PermittedWindows, query: WindowsQuery): string {
  const { intervals, zones, jurisdictions, reasons } = found;
  const hours = intervals.reduce((sum, [from, to]) => sum + (to - from), 0) / 3_600_000;
  const narrowing = narrowingRules(query, intervals);
  return [
    ...(intervals.length > 0 ? caveat(reasons, query) : []),
    `${intervals.length} ${intervals.length === 1 ? "span" : "spans"}, ${Math.round(hours * 10) / 10} hours in all, for ${query.callKind} calls to this number.`,
    "",
    block("From", [isoUtc(query.from)]),
    block("To", [isoUtc(query.to)]),
    block("Clocks", zones.length > 0 ? zones : ["nobody knows"]),
    block("Law of", [jurisdictions.join(", ") || "nobody knows where"]),
    block("Taken for", [consentText(query)]),
    "",
    ...(intervals.length > 0 ? [spansTable(zones, intervals), ""] : []),
    "Rules",
    ...reasons.map((reason) =>
      reasonText(reason, reason.code === "legal-hours" && narrowing.has(reason.rule) ? ", narrows these hours" : ""),
    ),
    "",
    NOT_ASKED,
  ].join("\n");
}
