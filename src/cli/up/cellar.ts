/** Remembers how to let go of what was started, and lets go in reverse. */
export type Cellar = {
  keep(what: { name: string; close: () => Promise<void> }): void;
  /** Lets go of everything, last first. One that fails does not keep the others from it. */
  empty(onTrouble: (name: string, error: unknown) => void): Promise<void>;
};

export function makeCellar(): Cellar {
  const kept: { name: string; close: () => Promise<void> }[] = [];
  return {
    keep: (what) => void kept.push(what),
    async empty(onTrouble) {
      for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
        await last.close().catch((error: unknown) => onTrouble(last?.name ?? "", error));
      }
    },
  };
}
