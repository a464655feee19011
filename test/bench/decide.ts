/**
 * How many decisions and how many days of permitted time a second, on one core, without a database.
 *
 * Decisions are asked for a small and a large number of contacts in the same few hundred places: what a decision costs
 * should depend on neither, since everything about time is reckoned once for each place. "cold" is the first question
 * about a place (with warm code), "warm" every further one. Lines are JSON in and JSON out, as `explain` and `windows`
 * answer them with --batch; their queries are random over five years, so most of what they ask is asked once.
 */
import { CALL_KINDS } from "../../campaigns/compliance/call-kind.ts";
import { decideCall } from "../../campaigns/compliance/decide-call.ts";
import type { CallQuestion, Place } from "../../campaigns/compliance/decision.ts";
import { RULEBOOK } from "../../campaigns/compliance/rulebook/rulebook.ts";
import { AREA_CODE_LIST } from "../../campaigns/contacts/area-codes.ts";
import { placeOf } from "../../campaigns/contacts/place.ts";
import { answerToLine, explainAnswer, windowsAnswer } from "../../src/cli/explain/answer-line.ts";
import { question } from "../campaigns/compliance/questions.ts";
import { type Figures, readOptions, report } from "./support/bench.ts";

const options = readOptions({ small: 1_000, large: 1_000_000, queries: 50_000, days: 14 });

const NOW = Date.UTC(2026, 10, 23, 15);
const DAY_MS = 86_400_000;
const registers = [...new Set(RULEBOOK.flatMap(({ scrub }) => (scrub ? [scrub.register] : [])))].map((register) => ({
  register,
  kind: "national" as const,
  asOf: NOW - DAY_MS,
  isListed: false,
}));

/** Numbers from 0 to 1, the same in every run. */
let seed = 20_261_122;
function random(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x80000000;
}
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

const places: readonly Place[] = AREA_CODE_LIST.map((code) => placeOf({ phone: `+1${code}5550100` }));
const half = Math.floor(places.length / 2);
const template = question({ subject: { numberType: "landline" }, history: { registers }, campaign: { callKind: "telemarketing" } });

/** A contact of its own in one of the places, as the hopper asks about it. */
const asked = (place: Place, index: number): CallQuestion => ({
  ...template,
  subject: { ...template.subject, contactId: `contact-${index}`, phone: `+1202555${String(index % 10_000).padStart(4, "0")}` },
  place: { ...place },
  now: NOW,
});

const megabytes = (bytes: number): number => bytes / 2 ** 20;

type Timed = { what: string; count: number; days?: number; run: () => void };

function timed({ what, count, days, run }: Timed): Figures {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  run();
  const seconds = (performance.now() - started) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuMicroseconds = (cpu.user + cpu.system) / count;
  const grown = process.memoryUsage().heapUsed - before;
  return {
    what,
    count,
    perSecond: Math.round(count / seconds),
    /** Of all threads of the process: what it costs on a busy machine too. */
    cpuMicroseconds,
    windowDaysPerSecond: days === undefined ? null : Math.round(days / seconds),
    heapGrownMB: megabytes(grown),
    rssMB: megabytes(process.memoryUsage().rss),
  };
}

const decide = (from: readonly Place[], count: number) => () => {
  for (let index = 0; index < count; index += 1) decideCall(asked(from[index % from.length] as Place, index));
};

const first = places.slice(0, half);
const rest = places.slice(half);
// Warm code, and the places that are asked about again and again.
decide(first, 20 * half)();
const cold = timed({ what: "decisions, cold", count: rest.length, run: decide(rest, rest.length) });
const rows = [
  cold,
  timed({ what: "decisions, warm", count: 50 * rest.length, run: decide(rest, 50 * rest.length) }),
  timed({ what: "decisions, few contacts", count: options.small, run: decide(places, options.small) }),
  timed({ what: "decisions, many contacts", count: options.large, run: decide(places, options.large) }),
];

const countries = ["+33612345678", "+61491570006", "+442079460018", "+4915112345678", "+34612345678", "+27821234567", "+573001234567"];
function query(time: (instant: string) => Record<string, unknown>): string {
  const phone = random() < 0.8 ? `+1${pick(AREA_CODE_LIST)}555${String(Math.floor(random() * 10_000)).padStart(4, "0")}` : pick(countries);
  const at = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 5 * 365 * 86_400) * 1_000).toISOString();
  return JSON.stringify({ phone, kind: pick(CALL_KINDS), ...time(at) });
}

let days = 0;
const windows = Array.from({ length: options.queries }, () =>
  query((from) => {
    const wanted = 1 + Math.floor(random() * options.days);
    days += wanted;
    return { from, days: wanted };
  }),
);
const explains = Array.from({ length: options.queries }, () => query((at) => ({ at })));
const answer = (lines: readonly string[], ask: (input: unknown) => ReturnType<typeof windowsAnswer>) => () => {
  for (const line of lines) answerToLine(line, ask);
};

rows.push(
  timed({ what: "windows, first time", count: windows.length, days, run: answer(windows, windowsAnswer) }),
  timed({ what: "windows, again", count: windows.length, days, run: answer(windows, windowsAnswer) }),
  timed({ what: "explain, first time", count: explains.length, run: answer(explains, (input) => explainAnswer(input, NOW)) }),
  timed({ what: "explain, again", count: explains.length, run: answer(explains, (input) => explainAnswer(input, NOW)) }),
);
const [coldRow, warmRow, few, many] = rows.map(({ cpuMicroseconds }) => cpuMicroseconds as number) as [number, number, number, number];
report(
  "decide",
  [...rows, { what: "cold to warm", ratio: coldRow / warmRow }, { what: "many contacts to few", ratio: many / few }],
  options,
);
