import type { CheckResult, CheckState, ExerciseResult } from '../result/result.ts';

/** What a class made of one check. */
export interface CheckStatistics {
  readonly id: string;
  readonly title: string;
  readonly task: number;
  readonly visibility: CheckResult['visibility'];
  /** Submissions on which it was tried or skipped. */
  readonly count: number;
  readonly passed: number;
  /** Median of its wall-clock time where it ran; 0 where it never did. */
  readonly medianMilliseconds: number;
  /** How often it ended otherwise than by a pass, by state. */
  readonly otherStates: ReadonlyMap<CheckState, number>;
  /** What came most often instead, the most frequent first. */
  readonly wrongAnswers: readonly WrongAnswer[];
  /** Submissions that passed with some seeds and not with others. */
  readonly disagreeing: number;
}

/** Messages of a check that are the same but for their numbers. */
export interface WrongAnswer {
  /** The first of them. */
  readonly message: string;
  readonly count: number;
}

/** What a class made of one exercise. */
export interface ExerciseStatistics {
  readonly exercise: string;
  readonly title: string;
  /** Submissions whose checks were run. */
  readonly count: number;
  /** Of them, those whose files could not be loaded: every check of theirs failed for that. */
  readonly unloaded: number;
  readonly checks: readonly CheckStatistics[];
}

/** Takes results one at a time and keeps only what statistics need. */
export interface StatisticsCollector {
  add(result: ExerciseResult): void;
  /** In the order in which exercises came first. */
  finish(): readonly ExerciseStatistics[];
}

const MOST_ANSWERS = 3;
/** Messages quote values; their beginning tells them apart. */
const COMPARED = 200;

/** Counts how the checks of a class ended. */
export function collectStatistics(): StatisticsCollector {
  const exercises = new Map<
    string,
    { title: string; count: number; unloaded: number; checks: Map<string, Tally> }
  >();
  return {
    add({ exercise, checks }) {
      if (checks.every(({ state }) => state === 'not run')) return;
      const known = exercises.get(exercise.id) ?? {
        title: exercise.title,
        count: 0,
        unloaded: 0,
        checks: new Map<string, Tally>(),
      };
      exercises.set(exercise.id, known);
      known.count++;
      if (checks.some(({ cause }) => cause === 'not loaded')) known.unloaded++;
      for (const check of checks) {
        const tally = known.checks.get(check.id) ?? newTally(check);
        known.checks.set(check.id, tally);
        count(tally, check);
      }
    },
    finish: () =>
      [...exercises].map(([exercise, { title, count, unloaded, checks }]) => ({
        exercise,
        title,
        count,
        unloaded,
        checks: [...checks.values()].map(summarize),
      })),
  };
}

interface Tally {
  readonly check: Pick<CheckResult, 'id' | 'title' | 'task' | 'visibility'>;
  count: number;
  passed: number;
  disagreeing: number;
  readonly milliseconds: number[];
  readonly states: Map<CheckState, number>;
  readonly answers: Map<string, { message: string; count: number }>;
}

function newTally({ id, title, task, visibility }: CheckResult): Tally {
  return {
    check: { id, title, task, visibility },
    count: 0,
    passed: 0,
    disagreeing: 0,
    milliseconds: [],
    states: new Map(),
    answers: new Map(),
  };
}

function count(tally: Tally, { state, cause, message, milliseconds, trials }: CheckResult): void {
  if (state === 'not run') return;
  tally.count++;
  if (state === 'pass') tally.passed++;
  else tally.states.set(state, (tally.states.get(state) ?? 0) + 1);
  if (trials.length > 0) tally.milliseconds.push(milliseconds);
  const passes = trials.filter((trial) => trial.state === 'pass').length;
  if (passes > 0 && passes < trials.length) tally.disagreeing++;
  if (state === 'pass' || cause === 'not loaded' || message === undefined) return;
  const key = message.slice(0, COMPARED).replaceAll(/-?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?/g, '#');
  const known = tally.answers.get(key);
  if (known === undefined) tally.answers.set(key, { message, count: 1 });
  else known.count++;
}

function summarize({
  check,
  count,
  passed,
  disagreeing,
  milliseconds,
  states,
  answers,
}: Tally): CheckStatistics {
  return {
    ...check,
    count,
    passed,
    medianMilliseconds: medianOf(milliseconds) ?? 0,
    otherStates: states,
    wrongAnswers: [...answers.values()].sort((one, other) => other.count - one.count).slice(0, MOST_ANSWERS),
    disagreeing,
  };
}

/** The middle value, of two the mean; undefined of nothing. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
