import { createStream } from '../../random/stream.ts';
import { typedStudent } from '../check/student.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import type { TextFiles } from '../kit/read-files.ts';
import { openSubmission } from '../submission/host.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import type { PictureColors, PictureFile, PictureSpec } from './picture.ts';

/** A picture, ready to be drawn. */
export interface SpecifiedPicture {
  /** As in exercise.yaml. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly spec: PictureSpec;
}

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

/**
 * Makes the pictures of an exercise from an answer to it, which runs in a student process as for checks.
 * @returns them in the order of exercise.yaml
 * @throws StudentFailure or ExpectationFailure when a function of the answer brings nothing that can be shown, Error when
 *   exercise.yaml and pictures.ts name other pictures
 */
export async function specifyPictures(options: PictureOptions): Promise<readonly SpecifiedPicture[]> {
  const { file, files, pool, color, seed = 1 } = options;
  const { id, pictures: names, limits } = options.manifest;
  const unnamed = Object.keys(file.pictures).find((name) => !names.includes(name));
  if (unnamed !== undefined) throw new Error(`exercises/${id}/exercise.yaml does not name "${unnamed}"`);
  const root = createStream(seed).derive(id).derive('pictures');
  const submission = await openSubmission({ files, pool, callMilliseconds: () => limits.seconds * 1000 });
  try {
    const student = typedStudent(file.exports, submission);
    const specified: SpecifiedPicture[] = [];
    for (const name of names) {
      const picture = file.pictures[name];
      if (picture === undefined) throw new Error(`graders/${id}/pictures.ts has no picture "${name}"`);
      const stream = (of: string) => root.derive(name).derive(of);
      const spec = await picture.draw({ student, stream, color });
      specified.push({ name, title: picture.title, description: picture.description, spec });
    }
    return specified;
  } finally {
    await submission.close();
  }
}
