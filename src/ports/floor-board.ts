import type { AgentState } from "../../campaigns/agents/agent.ts";
import type { AttemptState } from "../../campaigns/attempts/attempt.ts";
import type { CampaignState } from "../../campaigns/campaign.ts";
import type { DialMode } from "../../campaigns/dial-mode.ts";

export type FloorCampaign = {
  id: string;
  name: string;
  state: CampaignState;
  dialMode: DialMode;
  /** Open attempts by state. */
  calls: Partial<Record<AttemptState, number>>;
  onHopper: number;
};

/** The whole floor in numbers, read in one statement. */
export type FloorCount = {
  agents: Partial<Record<AgentState, number>>;
  /** Open attempts by state. */
  calls: Partial<Record<AttemptState, number>>;
  /** Those that run or are paused. */
  campaigns: FloorCampaign[];
  /** Carrier events that are stored and not yet applied. */
  waitingEvents: number;
};

export interface FloorBoard {
  count(): Promise<FloorCount>;
}
