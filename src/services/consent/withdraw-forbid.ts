import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { audit } from "../audit.ts";
import { lockWhom } from "./forbid-calls.ts";

/**
 * Withdraw a do-not-call entry that was made in error. It stays on record; other entries for the number stand, and a
 * consent that was taken back with it has to be given anew.
 */
export function makeWithdrawForbid(deps: { stores: Stores; clock: Clock; ids: Ids }) {
  const { stores, clock } = deps;
  return function withdrawForbid({
    id,
    actor,
  }: {
    id: string;
    actor: string;
  }): Promise<{ ok: true } | { ok: false; reason: "no-such-entry" }> {
    return stores.transaction(async (tx) => {
      const entry = await tx.doNotCall.find(id);
      if (!entry) return { ok: false, reason: "no-such-entry" } as const;
      await lockWhom(tx, entry);
      // Withdrawing again is the same.
      if (!(await tx.doNotCall.withdraw(id, clock.now()))) return { ok: true } as const;
      const whom = entry.prefix !== null ? { prefix: entry.prefix } : entry.phone !== null ? { phone: entry.phone } : undefined;
      if (whom) await tx.hopper.lookAgain(whom, SECOND_LOOK["do-not-call"], clock.now());
      await audit(tx, deps, { actor, action: "withdrawForbid", subject: `do-not-call-entry:${id}` });
      await tx.announcer.announce({ kind: "do-not-call.changed", data: { entryId: id, scope: entry.scope, campaignId: entry.campaignId } });
      return { ok: true } as const;
    });
  };
}
