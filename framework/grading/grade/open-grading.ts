import { createStream, type Stream } from '../../random/stream.ts';
import { formatNumber } from '../expect/format-value.ts';
import type { CheckResult, CheckState, Trial } from '../result/result.ts';
import { openSubmission, type Submission } from '../submission/host.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { createCallLog } from './call-log.ts';
import { judgeFailure, type JudgedFailure } from './judge-failure.ts';
import {
  define,
  listChecks,
  type DeclaredCheck,
  type DefinedCheck,
  type SightedCheckFile,
} from './list-checks.ts';
import { isUpperBound, scoreCheck } from './score.ts';

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
  /** Runs a check and those it depends on, each once; asking again gives the same result. */
  run(check: DeclaredCheck): Promise<CheckResult>;
  close(): Promise<void>;
}

/** A trial with all that a result wants to know of it. */
interface Tried {
  readonly trial: Trial;
  readonly value: number | undefined;
  readonly failure: JudgedFailure | undefined;
  readonly call: string | undefined;
  readonly printed: string;
  readonly milliseconds: number;
  readonly isRandom: boolean;
}

/**
 * Opens a submission for grading. Its process starts, and its files are loaded, at once.
 * @throws Error for a mistake in the checks
 */
export async function openGrading(options: GradingOptions): Promise<Grading> {
  const checks = listChecks(options.files);
  const log = createCallLog();
  let deadline = Infinity;
  const submission = await openSubmission({
    files: options.submission,
    pool: options.pool,
    callMilliseconds: () => Math.max(1, deadline - performance.now()),
    observe: log.add,
  });
  const hasLoaded = (await submission.loaded()).state === 'ok';
  const bench = createBench(submission);
  const results = new Map<DeclaredCheck, Promise<CheckResult>>();

  const attempt = async (check: DeclaredCheck, seed: number): Promise<Tried> => {
    log.clear();
    const seconds = check.options.timeout ?? options.defaults.seconds;
    const started = performance.now();
    deadline = started + seconds * 1000;
    let value: number | undefined;
    let failure: JudgedFailure | undefined;
    let drawn = () => false;
    try {
      const defined = bench(check.file, seed);
      drawn = defined.drawn;
      const { body } = defined.checks.find(({ title }) => title === check.title) ?? absent(check);
      const measured: unknown = await body();
      value = typeof measured === 'number' ? measured : undefined;
      if (check.options.partial !== undefined && value === undefined) {
        throw new Error(`the check "${check.title}" has partial points, but returned no number`);
      }
    } catch (thrown) {
      failure = judgeFailure(thrown);
      // Then every call tells of that, and the answer to none is known.
      if (!hasLoaded && failure.state !== 'grader error') failure = { ...failure, cause: 'not loaded' };
    } finally {
      deadline = Infinity;
    }
    const { call, printed } = log.read();
    const trial: Trial = {
      seed,
      state: failure?.state ?? 'pass',
      ...(value !== undefined && Number.isFinite(value) ? { value } : {}),
    };
    return {
      trial,
      value,
      failure,
      call,
      printed,
      milliseconds: performance.now() - started,
      isRandom: drawn(),
    };
  };

  const run = async (check: DeclaredCheck): Promise<CheckResult> => {
    const { options: its, visibility } = check;
    const base = {
      id: check.id,
      title: check.title,
      task: its.task,
      visibility,
      maximumPoints: its.points,
    };
    const needs: string[] = [];
    for (const title of its.after ?? []) {
      const before = checks.find((other) => other.title === title && other.file === check.file)!;
      if ((await once(before)).state !== 'pass') needs.push(title);
    }
    if (needs.length > 0) {
      return { ...base, state: 'skipped', points: 0, hint: its.hint, needs, milliseconds: 0, trials: [] };
    }
    const { count, quorum } = its.seeds ?? options.defaults.seeds;
    const tried: Tried[] = [];
    for (let index = 0; index < count; index++) {
      tried.push(await attempt(check, options.seedOf(visibility, index)));
      // What drew nothing would do the same again.
      if (!tried[0]!.isRandom) break;
    }
    const score = scoreCheck(its, Math.min(quorum, tried.length), tried);
    const decisive = tried[score.decisive]!;
    const printed = tried.map((one) => one.printed).find((text) => text !== '');
    return {
      ...base,
      state: score.state,
      points: score.points,
      ...(score.state === 'pass' ? {} : explain(check, decisive, score.state)),
      ...(printed === undefined ? {} : { printed }),
      milliseconds: tried.reduce((sum, one) => sum + one.milliseconds, 0),
      trials: tried.map(({ trial }) => trial),
    };
  };

  /** Checks use one process: one after the other. */
  const once = (check: DeclaredCheck): Promise<CheckResult> => {
    const known = results.get(check);
    if (known !== undefined) return known;
    const result = run(check);
    results.set(check, result);
    return result;
  };

  return { checks, run: once, close: () => submission.close() };
}

/** The checks of each file, defined once per seed, as a file may draw data when it defines them. */
function createBench(submission: Submission) {
  interface Defined {
    readonly checks: readonly DefinedCheck[];
    /** Whether a random stream was asked for. */
    drawn(): boolean;
  }
  const known = new Map<SightedCheckFile, Map<number, Defined>>();
  return (file: SightedCheckFile, seed: number): Defined => {
    const ofFile = known.get(file) ?? new Map<number, Defined>();
    known.set(file, ofFile);
    const before = ofFile.get(seed);
    if (before !== undefined) return before;
    const root = createStream(seed).derive(file.id).derive(file.visibility);
    let hasDrawn = false;
    const stream = (name: string): Stream => {
      hasDrawn = true;
      return root.derive(name);
    };
    const defined = { checks: define(file, submission, stream), drawn: () => hasDrawn };
    ofFile.set(seed, defined);
    return defined;
  };
}

/** Why a check did not get all its points, and what to think about. */
function explain(
  { options }: DeclaredCheck,
  { failure, call, value }: Tried,
  state: CheckState,
): Partial<CheckResult> {
  const { state: _, ...words } = failure ?? { state: 'fail', ...shortfall(options, value) };
  return {
    ...words,
    ...(call === undefined || state === 'grader error' ? {} : { call }),
    hint: options.hint,
  };
}

/** Of a measured value below the best threshold. */
function shortfall({ partial, points }: CheckOptionsOf, value: number | undefined): { message: string } {
  const best = partial!.at(-1)![0];
  const bound = isUpperBound(partial!) ? 'at most' : 'at least';
  return {
    message: `reached ${formatNumber(value ?? NaN)}; all ${points} points need ${bound} ${formatNumber(best)}`,
  };
}

type CheckOptionsOf = DeclaredCheck['options'];

function absent(check: DeclaredCheck): never {
  throw new Error(`the check "${check.title}" is not defined for every seed`);
}
