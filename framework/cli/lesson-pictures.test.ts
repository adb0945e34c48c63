import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PictureFile } from '../grading/picture/picture.ts';
import { PICTURE_FILE } from '../grading/picture/load-pictures.ts';
import { specifyPictures } from '../grading/picture/specify-pictures.ts';
import { poolFor } from '../grading/kit/grade-work.ts';
import { findKit, openExercise } from '../grading/kit/kit.ts';
import { readFiles } from '../grading/kit/read-files.ts';
import { COLOR } from '../page/charts/chart-theme.ts';
import { drawPicture } from '../page/charts/picture.ts';

// `npm run pictures` (this file with -u) draws them anew; without -u a picture that its solution would draw
// otherwise fails here.
describe('the pictures of lessons are those that the solutions draw', async () => {
  const kit = await findKit();
  // An exercise that cannot be opened fails alone.
  it.each(kit.ids)('%s', async (id) => {
    const exercise = await openExercise(kit, id);
    const { files: names, pictures } = exercise.manifest;
    if (pictures.length === 0) return;
    const files = await readFiles(exercise.solution, names, `solutions/${id}`);
    const declared = (await import(join(exercise.graders, PICTURE_FILE))) as { pictures: PictureFile };
    const pool = poolFor(exercise, 0);
    const { manifest } = exercise;
    const options = { manifest, file: declared.pictures, files, pool, color: COLOR };
    for (const { name, title, description, spec } of await specifyPictures(options)) {
      const svg = await drawPicture(spec, { id: name, title, description });
      await expect(svg).toMatchFileSnapshot(join(exercise.folder, 'pictures', `${name}.svg`));
    }
    await pool.close();
  });
});
