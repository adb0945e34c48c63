import { createStream } from '../../random/stream.ts';
import type { CheckBody, CheckContext, CheckFile, CheckOptions } from '../check/exercise.ts';
import { documentReader, type ReadDocument } from '../check/document.ts';
import { experimentRunner, type RunExperiment } from '../check/experiment.ts';
import { typedStudent, type ExportSpecs, type Student } from '../check/student.ts';
import type { Submission } from '../submission/host.ts';

/** Whether students have the check in their tree. */
export type Visibility = 'visible' | 'hidden';

/** The checks of one file, with whether students see it. */
export interface SightedCheckFile extends CheckFile {
  readonly visibility: Visibility;
}

/** A check that exists, without its body. */
export interface DeclaredCheck {
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility;
  readonly options: CheckOptions;
  /** The file that declares it. */
  readonly file: SightedCheckFile;
}

/**
 * Every check of an exercise, in order: the manifest against which results are scored. What is in it and has no
 * explicit pass gets no points.
 * @throws Error for a mistake in the checks: a title given twice, an unknown prerequisite, partial points that do not add up
 */
export function listChecks(files: readonly SightedCheckFile[]): readonly DeclaredCheck[] {
  const checks = files.flatMap((file) =>
    define(file, nobody, { stream: (name) => createStream(0).derive(name), once: (make) => make }).map(
      ({ title, options }) => ({
        id: identify(title),
        title,
        visibility: file.visibility,
        options,
        file,
      }),
    ),
  );
  for (const [index, check] of checks.entries()) {
    const wrong = mistakeIn(check, checks.slice(0, index));
    if (wrong !== undefined) throw new Error(`graders/${check.file.id}: the check "${check.title}" ${wrong}`);
  }
  return checks;
}

/** A check as its file defines it for one submission and seed. */
export interface DefinedCheck {
  readonly title: string;
  readonly options: CheckOptions;
  readonly body: CheckBody;
}

/** Defines the checks of a file for a submission. @throws whatever its definition throws: a mistake of ours */
export function define(
  file: CheckFile,
  submission: Omit<Submission, 'close'>,
  trial: Pick<CheckContext<ExportSpecs>, 'stream' | 'once'>,
): readonly DefinedCheck[] {
  const checks: DefinedCheck[] = [];
  const context =
    submission === nobody
      ? { student: nobodysExports, experiment: nobodysExports.experiment, document: nobodysExports.document }
      : {
          student: typedStudent(file.exports, submission),
          experiment: experimentRunner(submission),
          document: documentReader(submission),
        };
  file.define({
    check: (title, options, body) => checks.push({ title, options, body }),
    ...context,
    submission,
    ...trial,
  });
  return checks;
}

function mistakeIn(check: DeclaredCheck, earlier: readonly DeclaredCheck[]): string | undefined {
  const { points, partial, after = [], seeds } = check.options;
  if (check.id === '') return 'has a title without letters';
  if (earlier.some(({ id }) => id === check.id)) return 'has the title of another check';
  if (!(points > 0)) return 'gives no points';
  if (partial !== undefined && (partial.length < 2 || partial.at(-1)![1] !== points)) {
    return `needs at least two thresholds, the last for all ${points} points`;
  }
  if (partial !== undefined && !isStaircase(partial)) {
    return 'needs thresholds that all rise or all fall, each with more points than the one before';
  }
  if (seeds !== undefined && !(seeds.quorum >= 1 && seeds.quorum <= seeds.count)) {
    return `cannot have ${seeds.quorum} of ${seeds.count} trials pass`;
  }
  const unknown = after.find(
    (title) => !earlier.some((other) => other.title === title && other.file === check.file),
  );
  return unknown === undefined
    ? undefined
    : `comes after "${unknown}", which is no check above it in the same file`;
}

function isStaircase(partial: NonNullable<CheckOptions['partial']>): boolean {
  const steps = partial.slice(1).map(([threshold, points], index) => {
    const [before, fewer] = partial[index]!;
    return { rise: threshold - before, gain: points - fewer };
  });
  const isMonotone = steps.every(({ rise }) => rise > 0) || steps.every(({ rise }) => rise < 0);
  return partial[0]![1] > 0 && isMonotone && steps.every(({ gain }) => gain > 0);
}

/** A title in kebab case. */
function identify(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Throws at every call, at once: asynchronously it would be heard of only when nobody can catch it any more. */
const refusing: ProxyHandler<object> = {
  get(_, name) {
    return () => {
      throw new Error(`a check calls the submission (${String(name)}) outside its body`);
    };
  },
};
/** Stand for the submission and its exports while checks are only listed. */
const nobody = new Proxy({}, refusing) as Omit<Submission, 'close'>;
const nobodysExports = new Proxy({}, refusing) as Student<ExportSpecs> & {
  readonly experiment: RunExperiment;
  readonly document: ReadDocument;
};
