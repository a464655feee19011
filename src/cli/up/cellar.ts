/** Remembers how to let go of what was started, and lets go in reverse. */
export type Cellar = {
  keep(what: { name: string; close: () => Promise<void> }): void;
  /** True from the moment in which letting go began: connections that break from then on are no news. */
  isBeingEmptied(): boolean;
  /** Lets go of everything, last first. One that fails does not keep the others from it. */
  empty(onTrouble: (name: string, error: unknown) => void): Promise<void>;
};

export function makeCellar(): Cellar {
  const kept: { name: string; close: () => Promise<void> }[] = [];
  let isBeingEmptied = false;
  return {
    isBeingEmptied: () => isBeingEmptied,
    keep: (what) => void kept.push(what),
    async empty(onTrouble) {
      isBeingEmptied = true;
      for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
        await last.close().catch((error: unknown) => onTrouble(last?.name ?? "", error));
      }
    },
  };
}
