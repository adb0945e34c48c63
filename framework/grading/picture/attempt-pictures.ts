import { createStream } from '../../random/stream.ts';
import { documentReader } from '../check/document.ts';
import { experimentRunner } from '../check/experiment.ts';
import { typedStudent, type ExportSpecs } from '../check/student.ts';
import { createCallLog } from '../grade/call-log.ts';
import { createDeadline } from '../grade/deadline.ts';
import { judgeCalls } from '../grade/judge-calls.ts';
import { judgeFailure, type JudgedFailure } from '../grade/judge-failure.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import type { TextFiles } from '../kit/read-files.ts';
import { openSubmission } from '../submission/host.ts';
import { StudentFailure } from '../submission/outcome.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import type { Picture, PictureColors, PictureContext, PictureFile, PictureSpec } from './picture.ts';

/** What pictures are made from. */
export interface PictureOptions {
  /** The exercise; its pictures are made in this order. */
  readonly manifest: Pick<ExerciseManifest, 'id' | 'pictures' | 'limits'>;
  readonly file: PictureFile;
  /** The answer whose functions are shown: the solution, or a student's files. */
  readonly files: TextFiles;
  readonly pool: ProcessPool;
  readonly color: PictureColors;
  /** Seed of the data in pictures, by default 1. */
  readonly seed?: number;
}

/** Why there is no picture, in words for whoever wrote the answer; a fault of the picture itself is a `grader error`. */
export interface PictureFailure extends JudgedFailure {
  /** The last call before, as it could be written by hand. */
  readonly call?: string;
  /** As it was thrown. */
  readonly thrown: unknown;
}

/** What came of one picture. */
export interface PictureAttempt {
  /** As in exercise.yaml. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly outcome: { readonly spec: PictureSpec } | { readonly failure: PictureFailure };
  /** What the answer printed meanwhile, cleaned and shortened; often nothing. */
  readonly printed: string;
}

/** What came of all pictures of an exercise. */
export interface PictureAttempts {
  /** Why the answer could not be loaded; then there are no pictures. */
  readonly unloaded: PictureFailure | undefined;
  readonly pictures: readonly PictureAttempt[];
}

/** A picture compares several runs where a check looks at one: it may take so many times as long. */
const TIMES_OF_A_CHECK = 3;

/**
 * Makes the pictures of an exercise from an answer to it, which runs in a student process as for checks. Each is tried, whatever
 * became of the others: after a hang or a crash the next one gets a fresh process.
 * @returns them in the order of exercise.yaml
 * @throws Error when exercise.yaml and pictures.ts name other pictures, or when no process can be started
 */
export async function attemptPictures(options: PictureOptions): Promise<PictureAttempts> {
  const { file, files, pool, color, seed = 1, manifest } = options;
  const listed = listedPictures(manifest, file);
  const root = createStream(seed).derive(manifest.id).derive('pictures');
  const callSeconds = manifest.limits.seconds;
  const seconds = TIMES_OF_A_CHECK * callSeconds;
  const log = createCallLog();
  const deadline = createDeadline('picture');
  const submission = await openSubmission({
    files,
    pool,
    callMilliseconds: () => Math.min(1000 * callSeconds, deadline.left()),
    observe: (question, outcome) => {
      log.add(question, outcome);
      deadline.spend(outcome.milliseconds);
    },
  });
  try {
    const loaded = await submission.loaded();
    if (loaded.state !== 'ok') {
      const thrown = new StudentFailure(loaded, loaded.sentence, loaded.printed);
      return { unloaded: { ...judgeFailure(thrown), cause: 'not loaded', thrown }, pictures: [] };
    }
    const student = typedStudent(file.exports, submission);
    const experiment = experimentRunner(submission);
    const document = documentReader(submission);
    const pictures: PictureAttempt[] = [];
    for (const [name, picture] of listed) {
      log.clear();
      deadline.begin(seconds);
      const stream = (of: string) => root.derive(name).derive(of);
      const outcome = await draw(picture, { student, experiment, document, stream, color }, (thrown) => {
        const calls = log.read();
        const judged = judgeCalls(thrown, { calls, deadline, seconds, subject: 'picture' });
        return { ...judged, ...(calls.call === undefined ? {} : { call: calls.call }), thrown };
      });
      const { title, description } = picture;
      pictures.push({ name, title, description, outcome, printed: log.read().printed });
    }
    return { unloaded: undefined, pictures };
  } finally {
    await submission.close();
  }
}

async function draw(
  picture: Picture<ExportSpecs>,
  context: PictureContext<ExportSpecs>,
  explain: (thrown: unknown) => PictureFailure,
): Promise<PictureAttempt['outcome']> {
  try {
    return { spec: await picture.draw(context) };
  } catch (thrown) {
    return { failure: explain(thrown) };
  }
}

/** The pictures that exercise.yaml lists, in its order. @throws Error when pictures.ts declares others */
function listedPictures(
  { id, pictures: names }: PictureOptions['manifest'],
  { pictures }: PictureFile,
): readonly (readonly [string, Picture<ExportSpecs>])[] {
  const unnamed = Object.keys(pictures).find((name) => !names.includes(name));
  if (unnamed !== undefined) throw new Error(`exercises/${id}/exercise.yaml does not name "${unnamed}"`);
  return names.map((name) => {
    const picture = pictures[name];
    if (picture === undefined) throw new Error(`graders/${id}/pictures.ts has no picture "${name}"`);
    return [name, picture] as const;
  });
}
