import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import chalk from 'chalk';
import { ProblemsError } from '../document/problem.ts';
import { poolFor } from '../grading/kit/grade-work.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { readFiles, type TextFiles } from '../grading/kit/read-files.ts';
import { stoppablePool } from '../grading/kit/stoppable-pool.ts';
import { readWork } from '../grading/kit/work.ts';
import { attemptPictures } from '../grading/picture/attempt-pictures.ts';
import { drawPictures, type Gallery } from '../grading/picture/draw-pictures.ts';
import { loadPictures } from '../grading/picture/load-pictures.ts';
import type { PictureFile } from '../grading/picture/picture.ts';
import { renderPicturePage } from '../grading/picture/picture-page.ts';
import { pictureText } from '../grading/picture/picture-text.ts';
import { COLOR } from '../page/charts/chart-theme.ts';
import { notStartedText } from './exercise-text.ts';
import { EXIT } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { writeOutput } from './write-output.ts';

/** What `descent show` is told. */
export interface ShowOptions {
  /** An exercise. */
  readonly name: string;
  /** The page that is written; by default in `.descent/pictures` of the kit, which nobody hands in. */
  readonly out?: string;
  /** Seed of the random data in pictures. */
  readonly seed: number;
  /** Show the solution instead, for who writes pictures; students have none. */
  readonly solution: boolean;
}

/**
 * `descent show NN`: draws the pictures of an exercise from what the reader's own functions bring, and writes them as one page.
 * @returns the exit code: 1 when a picture is missing, 3 when that is a fault of the picture
 * @throws ProblemsError for an unknown name, an exercise without pictures, a missing file or a page that is not called .html
 */
export async function show(
  { name, out, seed, solution }: ShowOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const all = await openExercises(kit);
  const [exercise] = chooseExercises(all, [name]);
  const { manifest } = exercise!;
  const path =
    out === undefined ? join(kit.root, '.descent', 'pictures', `${manifest.id}.html`) : pageFile(out);
  const file = await picturesOf(exercise!, all);
  const { files, isStarted } = solution ? await readSolution(exercise!) : await readWork(exercise!);
  if (!isStarted) {
    const number = manifest.id.slice(0, 2);
    const first = `    first   task 1, ${manifest.tasks[0]!.title}\n`;
    write(`${notStartedText(manifest, chalk)}${first}    then    npx descent show ${number}\n\n`);
    return EXIT.targetsMissed;
  }
  const gallery = await drawUnlessStopped(exercise!, { file, files, seed });
  if (gallery === undefined) return EXIT.interrupted;
  const page = { manifest, files, folder: `${solution ? 'solutions' : 'exercises'}/${manifest.id}`, gallery };
  if (out === undefined) await mkdir(dirname(path), { recursive: true });
  const shown = relative(process.cwd(), path).replaceAll('\\', '/');
  await writeOutput(path, renderPicturePage({ ...page, seed }), shown);
  write(`${pictureText(page, chalk)}\npage  ${shown}\nopen  ${pathToFileURL(path).href}\n`);
  return exitCodeOf(gallery);
}

/** A page must not take the place of work. */
function pageFile(out: string): string {
  if (/\.html?$/i.test(out)) return resolve(out);
  throw new ProblemsError([
    { file: 'command line', message: `"${out}" is no name for a page`, fix: `Call it ${out}.html` },
  ]);
}

/** @throws ProblemsError when there are none */
async function picturesOf(exercise: Exercise, all: readonly Exercise[]): Promise<PictureFile> {
  const { id, pictures } = exercise.manifest;
  const file = pictures.length === 0 ? undefined : await loadPictures(exercise);
  if (file !== undefined) return file;
  const others = all
    .filter(({ manifest }) => manifest.pictures.length > 0)
    .map(({ manifest }) => manifest.id);
  const fix =
    pictures.length > 0
      ? 'This kit came without pictures.ts of its exercises.'
      : others.length > 0
        ? `These have: ${others.join(', ')}.`
        : undefined;
  throw new ProblemsError([
    { file: 'command line', message: `${id} has no pictures`, ...(fix === undefined ? {} : { fix }) },
  ]);
}

async function readSolution({
  manifest,
  solution,
}: Exercise): Promise<{ files: TextFiles; isStarted: true }> {
  return { files: await readFiles(solution, manifest.files, `solutions/${manifest.id}`), isStarted: true };
}

/** @returns undefined after Ctrl-C, which kills the process that runs the files */
async function drawUnlessStopped(
  exercise: Exercise,
  { file, files, seed }: { readonly file: PictureFile; readonly files: TextFiles; readonly seed: number },
): Promise<Gallery | undefined> {
  const interrupt = onInterrupt(() => undefined);
  const { signal } = interrupt;
  const processes = poolFor(exercise, 0);
  const pool = stoppablePool(processes, signal);
  try {
    const { manifest } = exercise;
    const attempts = await attemptPictures({ manifest, file, files, pool, color: COLOR, seed });
    return signal.aborted ? undefined : await drawPictures(attempts);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    await pool.close();
    await processes.close();
    interrupt.dispose();
  }
}

function exitCodeOf({ unloaded, pictures }: Gallery): number {
  const failures = pictures.flatMap(({ outcome }) => ('failure' in outcome ? [outcome.failure] : []));
  if (failures.some(({ state }) => state === 'grader error')) return EXIT.ownFault;
  return unloaded !== undefined || failures.length > 0 ? EXIT.targetsMissed : EXIT.done;
}
