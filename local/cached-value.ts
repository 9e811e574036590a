/** Caches a value for `milliseconds` after loading. Concurrent callers share one load. */
export function keepFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | null = null;
  return () => {
    if (kept && Date.now() <= kept.until) return kept.value;
    const reading = { until: Number.POSITIVE_INFINITY, value: read() };
    kept = reading;
    reading.value.then(
      () => {
        reading.until = Date.now() + milliseconds;
      },
      () => {
        kept = null;
      },
    );
    return reading.value;
  };
}
