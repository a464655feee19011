/** Draws the view for a terminal. Pure: the same view and width give the same text. */
import pc from "picocolors";
import { AGENT_STATES, type AgentState } from "../../../campaigns/agents/agent.ts";
import { dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import { type CampaignView, callSums, type View } from "./view.ts";

/** What colours to write; picocolors' own choice (terminal, NO_COLOR) unless a test says otherwise. */
export type Paint = Pick<typeof pc, "bold" | "dim" | "green" | "yellow" | "red" | "cyan">;
type Frame = { columns: number; paint: Paint };

const LABEL_WIDTH = 10;
/** " 100 %" */
const PERCENT_WIDTH = 6;
const MOST_HAPPENINGS = 5;
const MOST_DISPOSITIONS = 12;

const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`);
export const percent = (ratio: number | null): string => (ratio === null ? "–" : `${(ratio * 100).toFixed(1)} %`);

/** "4 s", "2 min 5 s", "12 min", "3 h 20 min", "2 d 5 h". */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10 && seconds % 60 > 0) return `${minutes} min ${seconds % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function bar(share: number, width: number, paint: Paint): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return paint.green("█".repeat(full)) + paint.dim("░".repeat(width - full));
}

/** Words one after the other, in as many lines as they need. */
function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + word.length <= width) lines[lines.length - 1] = `${last} · ${word}`;
    else lines.push(cut(word, width));
  }
  return lines;
}

/** A sentence over as many lines as it needs, broken between words: what must be done stands at its end. */
function fold(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(cut(word, width));
  }
  return lines;
}

function row(label: string, lines: readonly string[], { paint }: Frame): string[] {
  return lines.map((line, index) => ` ${paint.bold((index === 0 ? label : "").padEnd(LABEL_WIDTH))}${line}`);
}

const AGENT_WORDS: Readonly<Record<AgentState, string>> = {
  available: "available",
  reserved: "reserved",
  talking: "talking",
  "wrapping-up": "wrapping up",
  "on-break": "on break",
  offline: "offline",
};

export function agentWords(view: Pick<View, "agents">): string[] {
  const order = [...AGENT_STATES].sort((a, b) => Number(a === "offline") - Number(b === "offline"));
  const words = order.filter((state) => (view.agents[state] ?? 0) > 0).map((state) => `${view.agents[state]} ${AGENT_WORDS[state]}`);
  return words.length > 0 ? words : ["nobody yet"];
}

export function dispositionWords({ dispositions }: Pick<CampaignView, "dispositions">): string[] {
  const placed = Object.entries(dispositions).filter(([code, count]) => count > 0 && code !== "not-placed");
  const known = placed.sort(([codeA, a], [codeB, b]) => b - a || codeA.localeCompare(codeB, "en"));
  return known
    .slice(0, MOST_DISPOSITIONS)
    .map(([code, count]) => `${count} ${(dispositionOf(code)?.label ?? code).split(":")[0]?.toLowerCase()}`);
}

function drawCampaign(campaign: CampaignView, frame: Frame): string[] {
  const { paint, columns } = frame;
  const width = columns - LABEL_WIDTH - 1;
  const share = campaign.contactCount === 0 ? 0 : campaign.attemptedContacts / campaign.contactCount;
  const tried = `${campaign.attemptedContacts} of ${campaign.contactCount} contacts tried · ${campaign.finishedContacts} finished`;
  const rates = `${percent(campaign.abandonRate)} of answers abandoned · ${percent(campaign.answerRate)} of attempts answered`;
  const results = dispositionWords(campaign);
  return [
    ...row("Campaign", [cut(`${campaign.name} · ${campaign.dialMode} · ${campaign.state}`, width)], frame),
    ...row("List", [`${bar(share, width - PERCENT_WIDTH, paint)} ${String(Math.floor(share * 100)).padStart(3)} %`], frame),
    ...row("", [cut(tried, width)], frame),
    ...row("Results", results.length > 0 ? wrap(results, width) : ["none yet"], frame),
    ...row("Rates", [cut(rates, width)], frame),
    ...(campaign.nothingNow === null
      ? []
      : row(
          "Waiting",
          wrap(
            campaign.nothingNow.split("; ").flatMap((part) => fold(part, width)),
            width,
          ).map(paint.yellow),
          frame,
        )),
  ];
}

/** The whole view in lines of at most `columns` characters. */
export function draw(view: View, frame: Frame = { columns: 80, paint: pc }): string {
  const { paint } = frame;
  const columns = Math.max(40, frame.columns);
  const inside = { columns, paint };
  const width = columns - LABEL_WIDTH - 1;
  const calls = callSums(view);
  const callWords = [`${calls.air} in the air`, `${calls.ringing} ringing`, `${calls.answered} answered`, `${calls.connected} connected`];
  const header = cut(`${view.apiUrl} · ${view.carrier} · up ${span(view.upForMs)}`, columns - 14);
  return [
    ` ${paint.bold(paint.cyan("Callkeeper"))} ${header}`,
    "",
    ...(view.campaign ? drawCampaign(view.campaign, inside) : row("Campaign", ["none yet"], inside)),
    ...row("Agents", wrap(agentWords(view), width), inside),
    ...row("Calls", wrap(callWords, width), inside),
    "",
    ...view.happenings
      .slice(0, MOST_HAPPENINGS)
      .map(({ agoMs, what }) => ` ${paint.dim(span(agoMs).padStart(LABEL_WIDTH - 1))}  ${cut(what, columns - LABEL_WIDTH - 2)}`),
    ...view.troubles.map((trouble) => ` ${paint.red("!")} ${cut(trouble, columns - 4)}`),
    "",
    ...view.hints.map((hint) => ` ${paint.dim(cut(hint, columns - 2))}`),
  ].join("\n");
}

/** The same in one line, for a log or a pipe. */
export function plainLine(view: View): string {
  const calls = callSums(view);
  const { campaign } = view;
  const list = campaign
    ? `${campaign.attemptedContacts}/${campaign.contactCount} tried, ${campaign.finishedContacts} finished`
    : "no campaign";
  const connectedSoFar = campaign ? Object.entries(campaign.dispositions).filter(([code]) => dispositionOf(code)?.source === "agent") : [];
  const results = campaign ? dispositionWords(campaign).slice(0, 5).join(", ") : "";
  return [
    `up ${span(view.upForMs)}`,
    list,
    `agents: ${agentWords(view).join(", ")}`,
    `calls: ${calls.air} in the air, ${calls.ringing} ringing, ${calls.connected} connected`,
    `spoken to: ${connectedSoFar.reduce((sum, [, count]) => sum + count, 0)}`,
    ...(results === "" ? [] : [`results: ${results}`]),
    ...(campaign?.nothingNow ? [campaign.nothingNow] : []),
    ...view.troubles,
  ].join(" | ");
}
