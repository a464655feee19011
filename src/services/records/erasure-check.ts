import type { Sha256 } from "../../ports/digest.ts";
import type { LedgerChain, Link } from "../../ports/ledger-chain.ts";

/** Erasures whose list of entries is kept at hand. */
const MOST_REMEMBERED = 100;

/** Asks whether the erasure that an entry's content is said to have gone for does name that entry. */
export function makeErasureCheck({ chain, sha256 }: { chain: LedgerChain; sha256: Sha256 }) {
  const remembered = new Map<string, ReadonlySet<string>>();
  async function removedBy(id: string): Promise<ReadonlySet<string>> {
    const known = remembered.get(id);
    if (known) return known;
    const found = await chain.erasureRecord(id);
    const named = new Set(found && sha256(found.record) === found.recordHash ? namesIn(found.record) : []);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(id, named);
    return named;
  }
  return async ({ day, sequence, removedFor }: Link): Promise<boolean> =>
    removedFor !== null && (await removedBy(removedFor)).has(`${day}/${sequence}`);
}

function namesIn(record: string): string[] {
  try {
    const { removed } = JSON.parse(record) as { removed?: unknown };
    return Array.isArray(removed) ? removed.map(String) : [];
  } catch {
    return [];
  }
}
