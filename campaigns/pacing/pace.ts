/**
 * How many calls to start now, for all campaigns of a floor at once, since they may share agents.
 * Pure: a snapshot goes in, numbers with their reasons come out.
 *
 * Preview campaigns start nothing here: their agents dial. Progressive asks for one call in the air for each free
 * agent, power for `dialRatio`. A call in the air is spoken for by one free agent, so two campaigns never
 * count the same agent twice.
 */
import type { DialMode } from "../dial-mode.ts";

export type PacingCampaign = {
  id: string;
  dialMode: DialMode;
  dialRatio: number;
  priority: number;
  requiredSkills: readonly string[];
  /** Attempts from reserved to ringing that no agent is tied to. */
  inTheAir: number;
  /** People who answered and wait for an agent. */
  waiting: number;
  onHopper: number;
};

export type PacingSnapshot = {
  campaigns: readonly PacingCampaign[];
  /** Agents who are available with a parked line. */
  freeAgents: readonly { id: string; skills: readonly string[] }[];
  /** Calls that the carrier lets us start in a second, and lines that are left. */
  callsPerSecond: number;
  linesLeft: number;
  /** Attempts reserved and not yet released, over all campaigns. */
  unreleased: number;
};

export type PacingReason = "agents" | "hopper-empty" | "lines" | "calls-per-second" | "no-free-agent" | "preview";
export type PacingDecision = { campaignId: string; callsToStart: number; freeAgents: number; inTheAir: number; limitedBy: PacingReason };

/** Reserve no more than what can be released in about this many seconds: a reserved contact is held from others. */
const RELEASE_AHEAD_SECONDS = 2;

type FreeAgents = Map<string, { id: string; skills: readonly string[] }>;

const serves = (agent: { skills: readonly string[] }, campaign: PacingCampaign): boolean =>
  campaign.requiredSkills.every((skill) => agent.skills.includes(skill));

const ratioOf = (campaign: PacingCampaign): number => (campaign.dialMode === "power" ? campaign.dialRatio : 1);

export function pace(snapshot: PacingSnapshot): PacingDecision[] {
  // Highest priority first; the id settles ties so that the same snapshot gives the same answer.
  const campaigns = [...snapshot.campaigns].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const free: FreeAgents = new Map(snapshot.freeAgents.map((agent) => [agent.id, agent]));
  const dialing = campaigns.filter((campaign) => campaign.dialMode !== "preview");
  // People who wait and calls in the air take their agents off the table before anyone asks for more.
  for (const campaign of dialing) takeAgents(free, campaign, campaign.waiting);
  const spokenFor = new Map(
    dialing.map((campaign) => [campaign.id, takeAgents(free, campaign, Math.ceil(campaign.inTheAir / ratioOf(campaign)))]),
  );

  let room = {
    lines: snapshot.linesLeft - snapshot.unreleased,
    rate: Math.max(1, Math.ceil(snapshot.callsPerSecond * RELEASE_AHEAD_SECONDS)) - snapshot.unreleased,
  };
  return campaigns.map((campaign) => {
    const decision = decide(campaign, { free, spokenFor: spokenFor.get(campaign.id) ?? 0, room });
    room = { lines: room.lines - decision.callsToStart, rate: room.rate - decision.callsToStart };
    return decision;
  });
}

/** Take up to `count` agents who serve the campaign off the table, the least versatile first; returns how many there were. */
function takeAgents(free: FreeAgents, campaign: PacingCampaign, count: number): number {
  const fit = [...free.values()].filter((agent) => serves(agent, campaign)).sort((a, b) => a.skills.length - b.skills.length);
  const taken = fit.slice(0, Math.max(0, count));
  for (const agent of taken) free.delete(agent.id);
  return taken.length;
}

type Table = { free: FreeAgents; spokenFor: number; room: { lines: number; rate: number } };

function decide(campaign: PacingCampaign, { free, spokenFor, room }: Table): PacingDecision {
  const answer = (callsToStart: number, freeAgents: number, limitedBy: PacingReason): PacingDecision => ({
    campaignId: campaign.id,
    callsToStart,
    freeAgents,
    inTheAir: campaign.inTheAir,
    limitedBy,
  });
  if (campaign.dialMode === "preview") return answer(0, 0, "preview");
  const agents = [...free.values()].filter((agent) => serves(agent, campaign)).length;
  // Reckoned over all agents of the campaign, those with calls in the air included: a ratio of 1.5 is three calls for
  // two agents, also when they are started one by one.
  const byAgents = Math.floor((agents + spokenFor) * ratioOf(campaign)) - campaign.inTheAir;
  if (byAgents <= 0) return answer(0, agents, "no-free-agent");
  const limits: [PacingReason, number][] = [
    ["agents", byAgents],
    ["hopper-empty", campaign.onHopper],
    ["lines", room.lines],
    ["calls-per-second", room.rate],
  ];
  const [limitedBy, most] = limits.reduce((least, limit) => (limit[1] < least[1] ? limit : least));
  const callsToStart = Math.max(0, most);
  takeAgents(free, campaign, Math.ceil((campaign.inTheAir + callsToStart) / ratioOf(campaign)) - spokenFor);
  return answer(callsToStart, agents, limitedBy);
}
