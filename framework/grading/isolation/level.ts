/** The levels of isolation by the means they use, strongest first. */
export const LEVELS = ['bwrap', 'container', 'limited', 'unprotected'] as const;
/** A level of isolation. */
export type Level = (typeof LEVELS)[number];

/** What stands beside a grade. */
export const LABELS: Readonly<Record<Level, string>> = {
  bwrap: 'isolated',
  container: 'isolated (container)',
  limited: 'limited',
  unprotected: 'unprotected',
};

/** How much a level protects; the two that isolate are of equal worth. */
const STRENGTHS: Readonly<Record<Level, number>> = { bwrap: 2, container: 2, limited: 1, unprotected: 0 };

/** What a process may be able to do to what is around it; each is tried by the self-test. */
export const FREEDOMS = ['read', 'environment', 'network', 'processes', 'write', 'signals'] as const;
/** What a process may be able to do. */
export type Freedom = (typeof FREEDOMS)[number];

/** Freedoms in words, after "it can". */
export const FREEDOM_WORDS: Readonly<Record<Freedom, string>> = {
  read: 'read files of this machine',
  environment: 'read the environment of the grader',
  network: 'connect to the network',
  processes: 'start programs',
  write: 'write files',
  signals: 'send signals to the grader',
};

/**
 * What each level must take away. In a container programs can be started; their number is limited, and they end with it.
 * The permission model leaves signals, and before Node 25 the network.
 */
export const TAKES_AWAY: Readonly<Record<Level, readonly Freedom[]>> = {
  bwrap: FREEDOMS,
  container: ['read', 'environment', 'network', 'write', 'signals'],
  limited: ['read', 'write', 'processes'],
  unprotected: [],
};

/** Whether a level protects at least as much as another. */
export function isAtLeast(level: Level, wanted: Level): boolean {
  return STRENGTHS[level] >= STRENGTHS[wanted];
}

/**
 * The level that was measured: the one that was meant, if all was taken away that it must take away, else the strongest
 * that is weaker and of which that is true.
 */
export function levelOf(meant: Level, free: ReadonlySet<Freedom>): Level {
  const holds = (level: Level) => TAKES_AWAY[level].every((freedom) => !free.has(freedom));
  if (holds(meant)) return meant;
  return LEVELS.find((level) => !isAtLeast(level, meant) && holds(level))!;
}

/** A level cannot be had here. The message says why; the advice says how to get it. */
export class LevelUnavailable extends Error {
  override readonly name = 'LevelUnavailable';
  readonly level: Level;
  /** Empty when there is nothing to be done. */
  readonly advice: string;

  constructor(level: Level, reason: string, advice: string) {
    super(reason);
    this.level = level;
    this.advice = advice;
  }
}
