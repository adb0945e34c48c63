import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { PICTURE_FILE } from '../picture/load-pictures.ts';
import { readLesson } from './lesson-text.ts';
import type { Proof } from './proof.ts';

const FOLDER = 'pictures';

/**
 * Every picture that exercise.yaml lists is declared, drawn and described, and none else is; the lesson shows one of them, and
 * names the command that draws them.
 */
export const lessonPictures: Proof = {
  claim: 'the pictures exist, and the lesson shows one of them',
  async prove({ manifest, folder }, { lesson, pictures }) {
    const { id } = manifest;
    const manifestFile = `exercises/${id}/exercise.yaml`;
    const declaringFile = `graders/${id}/${PICTURE_FILE}`;
    const listed = manifest.pictures;
    const declared = Object.entries((await pictures())?.pictures ?? {});
    const names = declared.map(([name]) => name);
    const problems: Problem[] = [];
    for (const name of listed.filter((each) => !names.includes(each))) {
      const fix = didYouMean(name, names);
      const found = { file: manifestFile, message: `${PICTURE_FILE} has no picture "${name}"` };
      problems.push({ ...found, ...(fix === undefined ? {} : { fix }) });
    }
    for (const [name, { title, description }] of declared) {
      if (!listed.includes(name)) {
        problems.push({
          file: declaringFile,
          message: `exercise.yaml does not list the picture "${name}"`,
          fix: 'Add it to "pictures" there.',
        });
      }
      if (title.trim() === '' || description.trim() === '') {
        const message = `the picture "${name}" lacks a title or a description`;
        problems.push({
          file: declaringFile,
          message,
          fix: 'Say what is to be seen, for who cannot see it.',
        });
      }
    }
    problems.push(...(await drawnOtherwise(join(folder, FOLDER), listed, id)));
    if (listed.length > 0) problems.push(...notShown(await lesson(), listed, `exercises/${id}/README.md`));
    return problems;
  },
};

/** Pictures without their file, and files without their picture. */
async function drawnOtherwise(
  folder: string,
  listed: readonly string[],
  id: string,
): Promise<readonly Problem[]> {
  const label = `exercises/${id}/${FOLDER}`;
  const drawn = existsSync(folder) ? await readdir(folder) : [];
  const expected = listed.map((name) => `${name}.svg`);
  return [
    ...expected
      .filter((name) => !drawn.includes(name))
      .map((name) => ({
        file: `${label}/${name}`,
        message: 'the picture is not drawn',
        fix: `Draw it with: npx descent docs ${id.slice(0, 2)}`,
      })),
    ...drawn
      .filter((name) => !expected.includes(name))
      .map((name) => ({ file: `${label}/${name}`, message: 'exercise.yaml lists no such picture' })),
  ];
}

/** What the lesson of an exercise with pictures lacks. */
function notShown(text: string, listed: readonly string[], file: string): readonly Problem[] {
  const shown = [
    ...readLesson(text).prose.matchAll(/!\[(?<words>[^\]]*)\]\((?:\.\/)?pictures\/(?<name>[^)\s]+)\.svg\)/g),
  ];
  const problems: Problem[] = [];
  if (!shown.some(({ groups }) => listed.includes(groups!.name!))) {
    const fix = `Show one: ![what is to be seen](pictures/${listed[0]!}.svg)`;
    problems.push({ file, message: 'the lesson shows none of its pictures', fix });
  }
  for (const { groups } of shown.filter((match) => match.groups!.words!.trim() === '')) {
    const message = `the lesson does not say what "${groups!.name!}" shows, for who cannot see it`;
    problems.push({ file, message, fix: 'Write it between the brackets of ![…].' });
  }
  if (!/\bdescent show\b/.test(text)) {
    problems.push({
      file,
      message: 'the lesson does not name the command that draws its pictures',
      fix: 'Add it to the commands: npx descent show, with the number.',
    });
  }
  return problems;
}
