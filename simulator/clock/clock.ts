/** Thrown into whatever a call was doing when it ends or is sent elsewhere. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

export type Cancel = () => void;
type After = (ms: number, work: () => void) => Cancel;

/** Time as the simulated carrier sees it. All durations are simulated milliseconds; `now` is milliseconds since 1970. */
export type Clock = {
  now(): number;
  after: After;
  /** Rejects with Interrupted when the signal fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Work outside the carrier (a webhook under way) during which a virtual clock stands still. */
  busy<T>(work: Promise<T>): Promise<T>;
  /** A limit on real input and output: shrinks with the speed, yet never under a second unless asked for less. */
  realLimit(ms: number): number;
  speed(): number;
  setSpeed(factor: number): void;
  /** Moves a virtual clock; a real one refuses. */
  advance(ms: number): Promise<void>;
  close(): void;
};

export function sleepOn(after: After): Clock["sleep"] {
  return (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Interrupted());
      const onAbort = () => {
        cancel();
        reject(new Interrupted());
      };
      const cancel = after(ms, () => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      });
      signal?.addEventListener("abort", onAbort, { once: true });
    });
}
