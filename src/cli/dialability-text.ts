/** Funnels and decisions in words, for people. */
import type { Funnel, Held, Moved } from "../../campaigns/measures/dialability.ts";
import { needsSomebody, reasonWords } from "../../campaigns/measures/reasons.ts";
import type { ContactDecision, NumberDecision } from "../services/contacts/contact-decision.ts";
import { at, drawTable } from "./output.ts";

const lawOf = ({ rule, citation, confidence }: Pick<Held, "rule" | "citation" | "confidence">): string =>
  [citation ?? rule, ...(confidence === "high" ? [] : [`${confidence} confidence`])].join(", ");

const whenOf = ({ code, nextOpensAt, nextOpensCount, answer }: Held): string => {
  if (nextOpensAt !== null) return `${nextOpensCount} at ${at(nextOpensAt)}`;
  if (answer === "never") return "never";
  return needsSomebody(code) ? "not by waiting" : "held by another rule as well";
};

/** What must be done is in the rule's own words, which name the register or the settings. */
const remediesOf = (reasons: readonly Held[]): string[] => {
  const said = new Set(reasons.filter(({ code, detail }) => needsSomebody(code) && detail !== "").map(({ detail }) => detail));
  return said.size === 0
    ? []
    : ["", "Nothing opens by waiting until somebody has seen to this:", ...[...said].map((detail) => `- ${detail}`)];
};

function heldTable(reasons: readonly Held[]): string[] {
  const counted = reasons.filter(({ count }) => count > 0);
  const more = reasons.length - counted.length;
  const rows = counted.map((held) => [held.count, reasonWords(held.code), lawOf(held), whenOf(held)]);
  return [
    drawTable({ columns: ["contacts", "why not", "law or rule", "next"], rows }),
    ...(more > 0 ? [`${more} more ${more === 1 ? "rule holds" : "rules hold"} contacts that are counted above (--json shows them).`] : []),
  ];
}

function stepsOf({ loaded, finished, inHand, waiting, held, dialableNow }: Funnel): string {
  const steps: [string, number, string][] = [
    ["Loaded", loaded, ""],
    ["Finished", finished.count, finished.reasons.map(({ code, count }) => `${count} ${reasonWords(code)}`).join("; ")],
    ["In hand", inHand.count, inHand.count === 0 ? "" : `${inHand.onHopper} on the hopper; ${inHand.inAttempt} in an attempt`],
    [
      "Waiting",
      waiting.count,
      waiting.reasons
        .map(
          ({ code, count, nextDueAt }) =>
            `${count} ${reasonWords(code)} (${needsSomebody(code) ? "not by waiting" : `from ${at(nextDueAt) ?? "never"}`})`,
        )
        .join("; "),
    ],
    ["Held", held.count, held.count === 0 ? "" : "see below"],
    ["Dialable", dialableNow, "now"],
  ];
  return steps.map(([label, count, words]) => `${label.padEnd(9)} ${String(count).padStart(9)}  ${words}`.trimEnd()).join("\n");
}

export function describeFunnel(name: string, funnel: Funnel): string {
  const { state, assumesRunning, openings, held, isSampled, judgedCount } = funnel;
  const head = `${name}, ${state}${assumesRunning ? ": nobody is called. If it ran now:" : ", now:"}`;
  const next = openings.map(({ opensAt, count }) => `${at(opensAt)}  ${count}`);
  const estimate = isSampled ? [`Estimated: ${judgedCount} contacts were judged for all of them.`] : [];
  return [
    head,
    stepsOf(funnel),
    ...(held.reasons.length > 0 ? ["", ...heldTable(held.reasons)] : []),
    ...remediesOf(held.reasons),
    ...(next.length > 0 ? ["", "Next openings (contacts that may be called from then):", ...next] : []),
    ...estimate,
  ].join("\n");
}

export const describeMoved = (moved: readonly Moved[]): string =>
  moved.length === 0
    ? "With these settings nothing would move. Nothing was saved."
    : `${drawTable({
        columns: ["now", "then", "contacts"],
        rows: moved.map(({ code, from, to }) => [from, to, code === "dialable" ? "may be called now" : reasonWords(code)]),
      })}\nNothing was saved.`;

const ANSWERS: Readonly<Record<NumberDecision["answer"], string>> = { call: "may be called now", wait: "not now", never: "never" };

function numberLines({ phone, badReason, isNext, answer, waitUntil, reasons, evidence }: NumberDecision): string[] {
  const marks = [...(isNext ? ["next"] : []), ...(badReason === null ? [] : [`marked bad: ${badReason}`])];
  const until = waitUntil === null ? "" : `; ask again at ${at(waitUntil)}`;
  return [
    `  ${phone}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}: ${ANSWERS[answer]}${until}`,
    ...reasons.map(({ code, detail, rule, citation, confidence }) => `    - ${code}: ${detail} [${lawOf({ rule, citation, confidence })}]`),
    `    where: ${evidence.jurisdictions.join(", ") || "unknown"}; ${evidence.localTimes.map(({ zone, local }) => `${zone} ${local}`).join(", ") || "no time zone known"} (${evidence.placeSource})`,
    ...(evidence.legalRules.length === 0 ? [] : [`    laws: ${evidence.legalRules.join(", ")}`]),
  ];
}

export function describeDecision({ campaigns }: ContactDecision): string {
  if (campaigns.length === 0) return "No campaign has this contact. Ask for one with --campaign.";
  return campaigns
    .map(({ name, state, standing, numbers }) => {
      const where = standing === null ? "does not have the contact" : `the contact is ${standing.state}`;
      const why = standing?.finishedReason ?? standing?.waitReason ?? null;
      return [`${name}, ${state}; ${where}${why === null ? "" : ` (${reasonWords(why)})`}`, ...numbers.flatMap(numberLines)].join("\n");
    })
    .join("\n\n");
}
