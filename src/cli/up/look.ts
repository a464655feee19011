/** Gathers what the terminal shows: one look at the database for all of it. */
import { needsSomebody, reasonWords } from "../../../campaigns/measures/reasons.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Callkeeper } from "../../wiring.ts";
import { span } from "./draw.ts";
import { happenings } from "./happenings.ts";
import type { CampaignView, View } from "./view.ts";

type Status = NonNullable<Awaited<ReturnType<Callkeeper["services"]["campaignStatus"]>>>;
type Campaign = NonNullable<Awaited<ReturnType<Callkeeper["stores"]["campaigns"]["find"]>>>;

/** Recent enough to hold everything that is under way. */
const LOOK_BACK_ATTEMPTS = 40;
/** Reasons that fit beside each other; those of most contacts. */
const MOST_REASONS = 3;
const OUTSIDE = "outside-calling-window";

/** Why nobody is dialed although the campaign runs, and until when or what somebody must do; null while something goes on or may begin at once. */
export function nothingNow(
  status: Pick<Status, "state" | "contacts" | "nextDueAt" | "waiting" | "outsideWindowCount">,
  now: Instant,
): string | null {
  if (status.state === "completed") return "everybody on the list has been dealt with. Begin again with: npm start -- --fresh";
  if (status.state !== "running") return `the campaign is ${status.state}`;
  const busy = status.contacts["on-hopper"] + status.contacts["in-attempt"];
  if (busy > 0 || (status.nextDueAt !== null && status.nextDueAt <= now)) return null;
  const waits = Object.entries({ ...status.waiting, ...(status.outsideWindowCount > 0 ? { [OUTSIDE]: status.outsideWindowCount } : {}) });
  const codes = waits.sort(([, one], [, other]) => other - one).map(([code]) => code);
  if (status.nextDueAt === null) {
    const asked = codes.filter(needsSomebody).slice(0, MOST_REASONS).map(reasonWords);
    return asked.length === 0 ? null : `nobody may be called now; nothing opens by waiting: ${asked.join("; ")}`;
  }
  const why = codes.slice(0, MOST_REASONS).map(reasonWords).join(", ");
  const nobody = `nobody may be called now${why === "" ? "" : ` (${why})`}`;
  return `${nobody}; the next opening is in ${span(status.nextDueAt - now)}, at ${new Date(status.nextDueAt).toISOString().slice(0, 16)} UTC`;
}

function campaignView(campaign: Campaign, status: Status, now: Instant): CampaignView {
  return {
    name: campaign.name,
    state: campaign.state,
    dialMode: campaign.settings.dialMode,
    contactCount: status.contactCount,
    attemptedContacts: status.attemptedContacts,
    finishedContacts: status.contacts.finished,
    dispositions: status.dispositions,
    answerRate: status.answerRate,
    abandonRate: status.abandonRate,
    nothingNow: nothingNow(status, now),
  };
}

/** `campaignId` null: no campaign of ours (a real carrier); the view shows the floor alone. */
export async function look(
  callkeeper: Callkeeper,
  campaignId: string | null,
): Promise<Pick<View, "campaign" | "agents" | "calls" | "happenings">> {
  const { services, stores, clock } = callkeeper;
  const [floor, log, campaign, status] = await Promise.all([
    stores.floor.count(),
    stores.attemptLog.page({ campaignId: campaignId ?? undefined }, { after: null, limit: LOOK_BACK_ATTEMPTS }),
    campaignId === null ? undefined : stores.campaigns.find(campaignId),
    campaignId === null ? undefined : services.campaignStatus(campaignId),
  ]);
  const now = clock.now();
  return {
    campaign: campaign && status ? campaignView(campaign, status, now) : null,
    agents: floor.agents,
    calls: floor.calls,
    happenings: happenings(log.items, { notes: campaignId !== null }).map(({ at, what }) => ({ agoMs: Math.max(0, now - at), what })),
  };
}
