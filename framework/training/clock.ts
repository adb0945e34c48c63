/** Time, passed in so that tests can stand still. */
export interface Clock {
  /** Milliseconds of a clock that never goes back; only differences mean something. */
  milliseconds(): number;
  /** The date and time in ISO 8601, e.g. `2026-03-01T12:00:00.000Z`. */
  time(): string;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  milliseconds: () => performance.now(),
  time: () => new Date().toISOString(),
};

/** Longest time without letting anything else run: short enough for smooth progress and a prompt Ctrl-C. */
const LONGEST_HOLD = 20;

/**
 * A function to await between batches: it lets timers, signals and drawing run if they have had to wait for
 * 20 ms, and else costs next to nothing.
 */
export function createPause(clock: Clock): () => Promise<void> {
  let resumed = clock.milliseconds();
  return async () => {
    if (clock.milliseconds() - resumed < LONGEST_HOLD) return;
    await new Promise((resolve) => setImmediate(resolve));
    resumed = clock.milliseconds();
  };
}
