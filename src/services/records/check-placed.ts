/** Calls that were placed and of which the ledger says nothing: found even where the whole ledger was emptied. */
import { dateOf } from "../../../campaigns/compliance/retention.ts";
import type { LedgerChain } from "../../ports/ledger-chain.ts";
import type { Breach } from "./check-link.ts";

type Checked = { report: (breach: Breach) => void; isTimeUp: () => boolean };

/** Goes through the calls of some days. Gives the day on which the time was up; null: it came to the end. */
export function makeCheckPlaced(chain: LedgerChain, { report, isTimeUp }: Checked) {
  return async function checkPlaced(range: { from: string | null; before: string | null }): Promise<string | null> {
    for await (const attempts of chain.placed(range)) {
      for (const { id, at, hasDecision } of attempts)
        if (!hasDecision)
          report({ day: dateOf(at), sequence: null, code: "decision-missing", detail: `attempt ${id}: placed, found no decision to call` });
      const last = attempts.at(-1);
      if (last && isTimeUp()) return dateOf(last.at);
    }
    return null;
  };
}
