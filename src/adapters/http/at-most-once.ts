/** Ask `read` at most once in `everyMs`, however many want to know: callers in between share the answer, or the asking. */
export function atMostOnceEvery<Value>(everyMs: number, read: () => Promise<Value>, now: () => number): () => Promise<Value> {
  let last: { at: number; value: Promise<Value> } | undefined;
  return () => {
    if (last && now() - last.at < everyMs) return last.value;
    const asked = { at: now(), value: read() };
    last = asked;
    // A failure is not kept: the next caller asks again.
    asked.value.catch(() => {
      if (last === asked) last = undefined;
    });
    return asked.value;
  };
}
