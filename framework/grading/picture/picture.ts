import type { Stream } from '../../random/stream.ts';
import type { ReadDocument } from '../check/document.ts';
import type { RunExperiment } from '../check/experiment.ts';
import type { ExportSpecs, Student } from '../check/student.ts';

/** Colors for pictures, as the page or file that shows them wants them: they follow light and dark mode where there is one. */
export interface PictureColors {
  /** Text, data points. */
  readonly ink: string;
  /** What stands behind: contour lines, guides, captions. */
  readonly muted: string;
  readonly grid: string;
  /** Three colors for what is compared; all eyes can tell the first two apart. */
  readonly first: string;
  readonly second: string;
  readonly third: string;
}

/** What a picture is drawn from. */
export interface PictureContext<Exports extends ExportSpecs> {
  /** The functions of whoever's work is shown: the solution's in a lesson, the student's own in `descent show`. */
  readonly student: Student<Exports>;
  /** Runs an experiment file of theirs, as in checks, where answers are such files. Its numbers are claims, good enough to be shown. */
  readonly experiment: RunExperiment;
  /** Reads a YAML file of theirs as data, as in checks. */
  readonly document: ReadDocument;
  /** A stream of random numbers of that name, for data. */
  stream(name: string): Stream;
  readonly color: PictureColors;
}

/** A specification of vega-lite, without `config`: fonts, axes and background are the same for all pictures. */
export type PictureSpec = Readonly<Record<string, unknown>>;

/** A picture that shows what the functions of an exercise do. */
export interface Picture<Exports extends ExportSpecs> {
  readonly title: string;
  /** What is to be seen, for readers who cannot see it. */
  readonly description: string;
  /**
   * Calls the functions and makes a picture of what they bring. Drawings are about 560 wide and 320 high, so that
   * they can be read at 700 pixels. A call may throw, as in a check.
   */
  draw(context: PictureContext<Exports>): Promise<PictureSpec>;
}

/** The pictures of an exercise, by the names that its `exercise.yaml` lists. */
export interface PictureFile {
  readonly exports: ExportSpecs;
  readonly pictures: Readonly<Record<string, Picture<ExportSpecs>>>;
}

/**
 * Declares the pictures of an exercise: what `graders/NN-id/pictures.ts` exports as `pictures`.
 * @param exports what the submission exports, as for its checks
 * @example export const pictures = definePictures({ mse: returns.number }, {
 *   'loss-curve': { title: 'The loss', description: '…', draw: async ({ student, color }) => ({ … }) },
 * });
 */
export function definePictures<Exports extends ExportSpecs>(
  exports: Exports,
  pictures: Readonly<Record<string, Picture<Exports>>>,
): PictureFile {
  return { exports, pictures };
}
