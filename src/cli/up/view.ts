/** What the terminal shows, as data: drawn in draw.ts, gathered in look.ts. */
import type { AgentState } from "../../../campaigns/agents/agent.ts";
import type { AttemptState } from "../../../campaigns/attempts/attempt.ts";
import type { CampaignState } from "../../../campaigns/campaign.ts";

export type CampaignView = {
  name: string;
  state: CampaignState;
  dialMode: string;
  contactCount: number;
  /** Contacts tried at least once. */
  attemptedContacts: number;
  finishedContacts: number;
  /** Closed attempts by disposition. */
  dispositions: Readonly<Record<string, number>>;
  /** 0 to 1; null while nothing can be divided. */
  answerRate: number | null;
  abandonRate: number | null;
  /** Why none may be called now, and when the next may be or what must be done first, in plain words. */
  nothingNow: string | null;
};

export type View = {
  apiUrl: string;
  /** "simulated carrier" or "Twilio". */
  carrier: string;
  upForMs: number;
  campaign: CampaignView | null;
  agents: Readonly<Partial<Record<AgentState, number>>>;
  /** Open attempts. */
  calls: Readonly<Partial<Record<AttemptState, number>>>;
  /** Newest first. */
  happenings: readonly { agoMs: number; what: string }[];
  /** Parts that do not run as they should. */
  troubles: readonly string[];
  /** How to go on: load a list, stop, where the logs are. */
  hints: readonly string[];
};

/** Calls as the terminal sums them up. */
export function callSums({ calls }: Pick<View, "calls">): { air: number; ringing: number; answered: number; connected: number } {
  const of = (...states: AttemptState[]): number => states.reduce((sum, state) => sum + (calls[state] ?? 0), 0);
  return {
    air: of("reserved", "submitting", "dialing", "unknown"),
    ringing: of("ringing"),
    answered: of("answered", "abandoned"),
    connected: of("connected"),
  };
}
