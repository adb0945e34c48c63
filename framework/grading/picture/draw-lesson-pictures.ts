import { ProblemsError } from '../../document/problem.ts';
import { COLOR } from '../../page/charts/chart-theme.ts';
import { drawPicture } from '../../page/charts/picture.ts';
import { poolFor } from '../kit/grade-work.ts';
import type { Exercise } from '../kit/kit.ts';
import type { TextFiles } from '../kit/read-files.ts';
import { PICTURE_FILE } from './load-pictures.ts';
import type { PictureFile } from './picture.ts';
import { specifyPictures } from './specify-pictures.ts';

/**
 * Draws the pictures of a lesson, which are those of the solution.
 * @param files the solution
 * @returns name of the file below `exercises/NN-id/pictures/` → SVG
 * @throws ProblemsError when the solution brings nothing that can be shown, `draw` of a picture fails, or exercise.yaml lists
 *   others than pictures.ts
 */
export async function drawLessonPictures(
  exercise: Exercise,
  { file, files }: { readonly file: PictureFile; readonly files: TextFiles },
): Promise<ReadonlyMap<string, string>> {
  const pool = poolFor(exercise, 0);
  try {
    const { manifest } = exercise;
    const drawn = new Map<string, string>();
    for (const picture of await specifyPictures({ manifest, file, files, pool, color: COLOR })) {
      const { name, title, description, spec } = picture;
      drawn.set(`${name}.svg`, await drawPicture(spec, { id: name, title, description }));
    }
    return drawn;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    const source = `graders/${exercise.manifest.id}/${PICTURE_FILE}`;
    throw new ProblemsError([{ file: source, message: `the solution cannot be drawn: ${reason}` }]);
  } finally {
    await pool.close();
  }
}
