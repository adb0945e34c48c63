import type { Stream } from '../../random/stream.ts';
import type { Submission } from '../submission/host.ts';
import type { ReadDocument } from './document.ts';
import type { RunExperiment } from './experiment.ts';
import type { ExportSpecs, Student } from './student.ts';

/** How a check is scored and run. */
export interface CheckOptions {
  /** The task of the exercise that it belongs to, from 1. */
  readonly task: number;
  /** What passing it is worth, above 0. */
  readonly points: number;
  /** A question or a pointer for whoever fails it; shown for hidden checks too, so it tells no value. */
  readonly hint: string;
  /** Titles of checks of the same file without which this one makes no sense: it is skipped unless they pass. */
  readonly after?: readonly string[];
  /**
   * Points for reaching less: pairs of a threshold and its points, ending with the full points. The check returns what it
   * measured. Thresholds that fall (`[[0.05, 2], [0.01, 4]]`) are upper bounds, ones that rise lower bounds. Over
   * several trials the median counts.
   */
  readonly partial?: readonly (readonly [threshold: number, points: number])[];
  /** How many trials with other seeds, and how many must pass; by default what exercise.yaml says. */
  readonly seeds?: { readonly count: number; readonly quorum: number };
  /** Seconds that the submission may take in one trial; by default what exercise.yaml says. */
  readonly timeout?: number;
}

/** The body of a check. Returns what it measured where the options have `partial`. */
export type CheckBody = () => Promise<number | undefined> | Promise<void>;

/** What the definition of an exercise's checks works with, for one submission and one seed. */
export interface CheckContext<Exports extends ExportSpecs> {
  /** Adds a check. Its title is its name everywhere: unique in the exercise. */
  check(title: string, options: CheckOptions, body: CheckBody): void;
  /** The exports of the submission. */
  readonly student: Student<Exports>;
  /** Runs an experiment file of the submission, where answers are such files. */
  readonly experiment: RunExperiment;
  /** Reads a YAML file of the submission as data. */
  readonly document: ReadDocument;
  /** The submission itself: uploads, fixtures, handles. */
  readonly submission: Omit<Submission, 'close'>;
  /**
   * A stream of random numbers of that name for this trial: for visible checks the same everywhere, for hidden ones drawn from the
   * course's secret. A check that uses none runs once, whatever `seeds` says.
   */
  stream(name: string): Stream;
  /**
   * What several checks of a trial share, such as drawn data or a trained model: made when the first of them asks for it, once for
   * each list of arguments. A check that asks for something made of random numbers counts as one that uses them.
   * @example const trained = once((epochs: number) => student.train(data(), epochs));
   */
  once<Given extends readonly (string | number | readonly number[])[], Value>(
    make: (...given: Given) => Value,
  ): (...given: Given) => Value;
}

/** The checks of one file, ready to run for any submission. */
export interface CheckFile {
  /** The folder of the exercise, `02-line-gd`. */
  readonly id: string;
  readonly exports: ExportSpecs;
  /** Called once per submission and seed. It only adds checks: what takes time belongs into their bodies. */
  define(context: CheckContext<ExportSpecs>): void;
}

type Receiver = (file: CheckFile) => void;
let receiver: Receiver | undefined;

/**
 * Declares the checks of an exercise. The file that calls it, `graders/NN-id/visible.grader.ts` or `hidden.grader.ts`, is
 * loaded by whatever runs them: vitest, `npm test -- NN`, `descent grade`.
 * @param exports what the submission exports, as in `exercise.yaml`
 * @example exercise('02-line-gd', { mse: returns.number }, ({ check, student }) => {
 *   check('mse at the origin', { task: 2, points: 2, hint: 'Is it the mean?' }, async () => {
 *     expect(await student.mse(0, 0, line)).toBeCloseTo(19.3533, 4);
 *   });
 * });
 */
export function exercise<Exports extends ExportSpecs>(
  id: string,
  exports: Exports,
  define: (context: CheckContext<Exports>) => void,
): void {
  if (receiver === undefined) {
    throw new Error(`the checks of ${id} are run by "npm test" or "descent test", not loaded by themselves`);
  }
  receiver({ id, exports, define });
}

/** Has whatever a grader file declares handed to `take` from now on. @returns what ends that */
export function receiveChecks(take: Receiver): () => void {
  const previous = receiver;
  receiver = take;
  return () => {
    receiver = previous;
  };
}
