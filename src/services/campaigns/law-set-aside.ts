/**
 * A campaign may say that a part of a law does not hold for its calls: by a condition that lifts it (a charity calls), or
 * by setting a rule aside. Somebody answers for that by name: who may, and what is written down when it happens. The kind
 * of its calls and their subject choose the laws too, and a change of them is written down beside it.
 */
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Role } from "../../../campaigns/role.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import type { CampaignRefusal } from "./move-campaign.ts";

/** Who changes a campaign. */
export type By = { actor: string; role: Role };

type Conditions = CampaignSettings["conditions"];
type WaivedRules = CampaignSettings["waivedRules"];
/** What is claimed now that was not before, or with another acknowledgement; and what is claimed no more. */
export type SetAside = {
  conditions: Conditions;
  waivedRules: WaivedRules;
  withdrawnConditions: readonly string[];
  withdrawnRules: readonly string[];
};

type Claims = Pick<CampaignSettings, "conditions" | "waivedRules">;

const text = (value: unknown): string => JSON.stringify(value);
const added = <Claim>(before: readonly Claim[], after: readonly Claim[]): Claim[] =>
  after.filter((claim) => !before.some((known) => text(known) === text(claim)));

/** What a change sets aside or takes back; null: nothing of the kind. */
export function whatIsSetAside(before: Claims | null, after: Claims): SetAside | null {
  const { conditions, waivedRules } = before ?? { conditions: [], waivedRules: [] };
  const change: SetAside = {
    conditions: added(conditions, after.conditions),
    waivedRules: added(waivedRules, after.waivedRules),
    withdrawnConditions: conditions
      .filter((old) => !after.conditions.some(({ condition }) => condition === old.condition))
      .map(({ condition }) => condition),
    withdrawnRules: waivedRules.filter((old) => !after.waivedRules.some(({ rule }) => rule === old.rule)).map(({ rule }) => rule),
  };
  return Object.values(change).some((list) => list.length > 0) ? change : null;
}

/** Conditions are a supervisor's to claim, rules an administrator's to set aside; taking either back is anybody's. */
export function refuseSetAside(change: SetAside | null, by: By | undefined): CampaignRefusal | undefined {
  const role = by?.role ?? "nobody";
  const [rule] = change?.waivedRules ?? [];
  if (rule && role !== "admin") return refusal(`waivedRules: found ${rule.rule} set aside by the role ${role}, expected the role admin`);
  const [condition] = change?.conditions ?? [];
  if (condition && role !== "admin" && role !== "supervisor")
    return refusal(`conditions: found ${condition.condition} claimed by the role ${role}, expected the role supervisor or admin`);
  return undefined;
}

const refusal = (detail: string): CampaignRefusal => ({ ok: false, reason: "law-not-yours", detail });

/** Which laws hold follows from the kind of call, and which consents and caps count from its subject. */
type Calls = Pick<CampaignSettings, "callKind" | "subject">;
export type CallsChanged = { from: Calls; to: Calls };

/** Of a campaign that says nothing. */
const DEFAULT_CALLS: Calls = { callKind: "telemarketing", subject: null };

/**
 * What a change makes of the kind of call and its subject; null: it leaves both as they are.
 * @param known null: a new campaign, of which another kind than the default counts as a change.
 */
export function whatCallsBecome(known: Calls | null, after: Calls): CallsChanged | null {
  const before = known ?? { ...DEFAULT_CALLS, subject: after.callKind === DEFAULT_CALLS.callKind ? after.subject : null };
  if (before.callKind === after.callKind && before.subject === after.subject) return null;
  const calls = ({ callKind, subject }: Calls): Calls => ({ callKind, subject });
  return { from: calls(before), to: calls(after) };
}

type Done<Change> = { campaignId: string; change: Change | null; by: By | undefined };
type Writer = { clock: Clock; ids: Ids };

/** Written in the transaction of the change, so that there is never one without the other. */
export const auditSetAside = (tx: Stores, writer: Writer, done: Done<SetAside>): Promise<void> =>
  audit(tx, writer, { ...done, action: "campaign.law-set-aside" });

/** Likewise. */
export const auditCallsChanged = (tx: Stores, writer: Writer, done: Done<CallsChanged>): Promise<void> =>
  audit(tx, writer, { ...done, action: "campaign.call-kind-changed" });

async function audit(tx: Stores, { clock, ids }: Writer, done: Done<object> & { action: string }): Promise<void> {
  if (done.change === null) return;
  const createdAt: Instant = clock.now();
  await tx.audit.add({
    id: ids.next(),
    actor: done.by?.actor ?? "system",
    action: done.action,
    subject: `campaign:${done.campaignId}`,
    detail: { ...done.change, role: done.by?.role ?? null },
    createdAt,
  });
}
