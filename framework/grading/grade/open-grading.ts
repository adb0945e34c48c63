import { formatNumber } from '../expect/format-value.ts';
import type { CheckResult } from '../result/result.ts';
import { openSubmission } from '../submission/host.ts';
import { StudentFailure } from '../submission/outcome.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { createBench } from './bench.ts';
import { createCallLog, shortenPrinted } from './call-log.ts';
import { createDeadline } from './deadline.ts';
import { judgeFailure, type JudgedFailure } from './judge-failure.ts';
import { listChecks, type DeclaredCheck, type SightedCheckFile } from './list-checks.ts';
import { isUpperBound, scoreCheck, type Score } from './score.ts';
import { tryCheck, type Tried } from './trial.ts';

/** What grading one submission of one exercise takes. */
export interface GradingOptions {
  readonly files: readonly SightedCheckFile[];
  /** The submitted files by name, the entry first. */
  readonly submission: Readonly<Record<string, string>>;
  /** Where its processes come from. */
  readonly pool: ProcessPool;
  /** What checks without options of their own get. */
  readonly defaults: {
    readonly seconds: number;
    readonly seeds: { readonly count: number; readonly quorum: number };
  };
  /** The seed of the trial with that index, from 0. */
  seedOf(visibility: 'visible' | 'hidden', trial: number): number;
}

/** A submission under the checks of an exercise. */
export interface Grading {
  readonly checks: readonly DeclaredCheck[];
  /** Runs a check and those it depends on, each once; asking again gives the same result. One at a time. */
  run(check: DeclaredCheck): Promise<CheckResult>;
  close(): Promise<void>;
}

/**
 * Opens a submission for grading. Its process starts, and its files are loaded, at once. When they cannot be loaded, no
 * check is run: each fails with the cause `not loaded`, and the first one asked for tells why.
 * @throws Error for a mistake in the checks
 */
export async function openGrading(options: GradingOptions): Promise<Grading> {
  const checks = listChecks(options.files);
  const log = createCallLog();
  const deadline = createDeadline();
  const submission = await openSubmission({
    files: options.submission,
    pool: options.pool,
    callMilliseconds: deadline.left,
    observe: (question, outcome) => {
      log.add(question, outcome);
      deadline.spend(outcome.milliseconds);
    },
  });
  const loaded = await submission.loaded();
  const bench = createBench(submission);
  const results = new Map<DeclaredCheck, Promise<CheckResult>>();
  /** What the files print while they are loaded belongs to the first check. */
  let printedByLoading = loaded.printed;
  let hasToldWhy = false;

  const run = async (check: DeclaredCheck): Promise<CheckResult> => {
    const { options: its } = check;
    const base = describe(check);
    if (loaded.state !== 'ok') {
      const failure = notLoaded(new StudentFailure(loaded, loaded.sentence, ''), hasToldWhy);
      const printed = takeFirst();
      hasToldWhy = true;
      return { ...base, ...failure, points: 0, ...printedBy(printed), milliseconds: 0, trials: [] };
    }
    const needs: string[] = [];
    for (const title of its.after ?? []) {
      const before = checks.find((other) => other.title === title && other.file === check.file)!;
      if ((await once(before)).state !== 'pass') needs.push(title);
    }
    if (needs.length > 0) {
      return { ...base, state: 'skipped', points: 0, hint: its.hint, needs, milliseconds: 0, trials: [] };
    }
    const { count, quorum } = its.seeds ?? options.defaults.seeds;
    const seconds = its.timeout ?? options.defaults.seconds;
    const tried: Tried[] = [];
    for (let index = 0; index < count; index++) {
      const seed = options.seedOf(check.visibility, index);
      tried.push(await tryCheck({ check, seed, seconds, bench, log, deadline }));
      // What drew nothing would do the same again.
      if (!tried[0]!.isRandom) break;
    }
    const score = scoreCheck(its, Math.min(quorum, tried.length), tried);
    const printed = tried.map(({ calls }) => calls.printed).find((text) => text !== '') ?? '';
    const milliseconds = tried.reduce((sum, one) => sum + one.milliseconds, 0);
    return {
      ...base,
      state: score.state,
      points: score.points,
      ...(score.state === 'pass' ? {} : explain(check, tried[score.decisive]!, score)),
      ...printedBy(shortenPrinted(takeFirst() + printed)),
      milliseconds: Number(milliseconds.toFixed(1)),
      trials: tried.map(({ trial }) => trial),
    };
  };

  const takeFirst = (): string => {
    const printed = printedByLoading;
    printedByLoading = '';
    return printed;
  };

  const once = (check: DeclaredCheck): Promise<CheckResult> => {
    const known = results.get(check);
    if (known !== undefined) return known;
    const result = run(check);
    results.set(check, result);
    return result;
  };

  return { checks, run: once, close: () => submission.close() };
}

function describe({ id, title, visibility, options: { task, points } }: DeclaredCheck) {
  return { id, title, task, visibility, maximumPoints: points };
}

function printedBy(printed: string): Pick<CheckResult, 'printed'> {
  return printed === '' ? {} : { printed };
}

/** Said in full once, as it holds for every check. */
function notLoaded(failure: StudentFailure, isTold: boolean): JudgedFailure {
  const judged: JudgedFailure = { ...judgeFailure(failure), cause: 'not loaded' };
  if (!isTold) return judged;
  return { state: judged.state, cause: 'not loaded', message: 'not run, as the files could not be loaded' };
}

/** Why a check did not get all its points, and what to think about. */
function explain(
  { options, visibility }: DeclaredCheck,
  { failure, calls, value }: Tried,
  { state }: Score,
): Partial<CheckResult> {
  // Where no value came, the message itself says what to mend; of a hidden check students see the hint alone.
  const helps = failure === undefined || failure.expected !== undefined || visibility === 'hidden';
  const { state: _, ...words } = failure ?? { state: 'fail', ...shortfall(options, value) };
  return {
    ...words,
    ...(calls.call === undefined || state === 'grader error' ? {} : { call: calls.call }),
    ...(helps ? { hint: options.hint } : {}),
  };
}

/** Of a measured value below the best threshold. */
function shortfall(
  { partial, points }: DeclaredCheck['options'],
  value: number | undefined,
): { readonly message: string } {
  const best = partial!.at(-1)![0];
  const bound = isUpperBound(partial!) ? 'at most' : 'at least';
  const full = points === 1 ? 'the full point needs' : `all ${points} points need`;
  return { message: `reached ${formatNumber(value ?? NaN)}; ${full} ${bound} ${formatNumber(best)}` };
}
