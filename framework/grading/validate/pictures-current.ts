import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawLessonPictures } from '../picture/draw-lesson-pictures.ts';
import type { Proof } from './proof.ts';

/** The files of the lesson's pictures are what the solution draws now. Whether there are any is another proof. */
export const picturesCurrent: Proof = {
  claim: 'the pictures of the lesson are those that the solution draws',
  async prove(exercise, { pictures, solution }) {
    const { id, pictures: listed } = exercise.manifest;
    const file = await pictures();
    const names = Object.keys(file?.pictures ?? {});
    // What is listed or declared alone is a finding of the other proof.
    if (file === undefined || names.sort().join() !== [...listed].sort().join()) return [];
    const fix = `Draw it anew, and look at it: npx descent docs ${id.slice(0, 2)}`;
    const drawn = await drawLessonPictures(exercise, { file, files: await solution() });
    const problems = [];
    for (const [name, svg] of drawn) {
      const path = join(exercise.folder, 'pictures', name);
      if (existsSync(path) && (await readFile(path, 'utf8')) !== svg) {
        const message = 'the solution draws another picture now';
        problems.push({ file: `exercises/${id}/pictures/${name}`, message, fix });
      }
    }
    return problems;
  },
};
