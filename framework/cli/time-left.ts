/**
 * Tells how much time is left from how long the work has taken so far: ` · 12 s left`, or nothing at the beginning and end.
 * @returns a function of how much of `total` is done
 */
export function createTimeLeft(options: {
  readonly total: number;
  /** What an earlier process has done. */
  readonly doneBefore: number;
  /** Milliseconds. */
  readonly clock: () => number;
}): (done: number) => string {
  const { total, doneBefore, clock } = options;
  const began = clock();
  return (done) => {
    const doneHere = done - doneBefore;
    if (doneHere <= 0 || done >= total) return '';
    const seconds = ((clock() - began) / doneHere / 1000) * (total - done);
    if (seconds < 1) return ' · under 1 s left';
    return seconds < 90 ? ` · ${Math.round(seconds)} s left` : ` · ${Math.round(seconds / 60)} min left`;
  };
}
