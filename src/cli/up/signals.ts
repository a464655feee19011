/** The first signal asks `up` to stop, the second makes it stop at once. */
export type Signals = {
  stop: AbortSignal;
  /** What to do at the second signal before the process ends, in no time. */
  onHurry(kill: () => void | Promise<void>): void;
  forget(): void;
};

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** 128 and the number of SIGINT, as shells count. */
const EXIT_INTERRUPTED = 130;
/** One Ctrl-C may arrive twice: from the terminal, and handed on by npm. */
const SAME_KEYSTROKE_MS = 250;
const HURRY_WITHIN_MS = 3_000;

export function watchSignals(say: (line: string) => void): Signals {
  const stop = new AbortController();
  const hurried: (() => void | Promise<void>)[] = [];
  let askedAt = 0;
  const onSignal = (): void => {
    if (!stop.signal.aborted) {
      askedAt = performance.now();
      stop.abort();
      say("Stopping (a few seconds; once more stops at once)");
      return;
    }
    if (performance.now() - askedAt < SAME_KEYSTROKE_MS) return;
    setTimeout(() => process.exit(EXIT_INTERRUPTED), HURRY_WITHIN_MS);
    void Promise.allSettled(hurried.map(async (kill) => kill())).then(() => process.exit(EXIT_INTERRUPTED));
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    onHurry: (kill) => void hurried.push(kill),
    forget: () => STOP_SIGNALS.forEach((signal) => process.off(signal, onSignal)),
  };
}
