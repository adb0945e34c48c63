import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { listChecks, type SightedCheckFile } from '../grade/list-checks.ts';
import { openExercise, type Exercise, type Kit } from '../kit/kit.ts';
import { loadChecks } from '../kit/load-checks.ts';
import { syncExercise } from '../kit/sync.ts';
import { insertTable, taskTable } from './task-table.ts';

/** A folder of `framework/templates/`. */
export const TEMPLATES = ['tensor-op', 'training', 'experiment', 'debugging'] as const;
/** A kind of exercise to begin with. */
export type TemplateName = (typeof TEMPLATES)[number];

/** What a new exercise is made from. */
export interface NewExercise {
  readonly kit: Kit;
  /** The name of its folders, `33-my-topic`. */
  readonly id: string;
  readonly template: string;
  /** By default made of the id: `My topic`. */
  readonly title?: string;
  /** Loads the checks of an exercise; by default into this process. */
  readonly load?: (exercise: Exercise) => Promise<readonly SightedCheckFile[]>;
}

const ID = /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Templates are no part of the program around them: so no tool takes them for one. */
const EXTENSION = '.txt';

/**
 * Writes a complete exercise: manifest, lesson with its table of tasks, solution with markers, starter, checks and wrong
 * answers. `descent validate` holds for it at once.
 * @returns the paths of what was written, relative to the kit, with `/`
 * @throws ProblemsError for a wrong id, one that exists, or an unknown template, all at once; then nothing is written
 */
export async function createExercise(options: NewExercise): Promise<readonly string[]> {
  const { kit, id, template, load = loadChecks } = options;
  const problems = mistakesIn(options);
  if (problems.length > 0) throw new ProblemsError(problems);
  const slug = id.slice(3);
  const words = slug.replaceAll('-', ' ');
  const title = options.title ?? words.charAt(0).toUpperCase() + words.slice(1);
  const fill = (text: string): string =>
    text
      .replaceAll('__ID__', id)
      .replaceAll('__NUMBER__', id.slice(0, 2))
      .replaceAll('__SLUG__', slug)
      .replaceAll('__TITLE__', title);

  const source = join(templatesFolder(), template);
  const written: string[] = [];
  for (const name of (await readdir(source, { recursive: true })).sort()) {
    if (!name.endsWith(EXTENSION)) continue;
    const [top, ...rest] = name.slice(0, -EXTENSION.length).split(/[\\/]/);
    const path = [top!, id, ...rest];
    await write(join(kit.root, ...path), fill(await readFile(join(source, name), 'utf8')));
    written.push(path.join('/'));
  }
  const exercise = await openExercise(kit, id);
  const synced = await syncExercise(exercise, false);
  const lesson = join(exercise.folder, 'README.md');
  const text = await readFile(lesson, 'utf8');
  const table = taskTable(exercise.manifest, listChecks(await load(exercise)));
  await write(lesson, insertTable({ file: `exercises/${id}/README.md`, text }, table));
  return [...written, ...synced.map(({ path }) => path)].sort();
}

function mistakesIn({ kit, id, template, title }: NewExercise): readonly Problem[] {
  const file = 'command line';
  const problems: Problem[] = [];
  const taken = kit.ids.find((each) => each.startsWith(id.slice(0, 3)));
  if (!ID.test(id)) {
    problems.push({
      file,
      message: `"${id}" is no name for an exercise`,
      expected: 'two digits and small letters, digits and hyphens, such as 33-my-topic',
    });
  } else if (taken !== undefined) {
    const free = freeNumber(kit);
    problems.push({
      file,
      message: taken === id ? `the exercise ${id} exists already` : `the number of ${id} belongs to ${taken}`,
      ...(free === undefined ? {} : { fix: `The next free number is ${free}.` }),
    });
  } else {
    const left = ['starters', 'solutions', 'graders'].filter((each) => existsSync(join(kit.root, each, id)));
    for (const folder of left)
      problems.push({ file: `${folder}/${id}`, message: 'the folder exists already' });
  }
  if (!(TEMPLATES as readonly string[]).includes(template)) {
    const fix = didYouMean(template, TEMPLATES);
    problems.push({
      file,
      message: `there is no template "${template}"`,
      ...(fix === undefined ? { expected: TEMPLATES.join(', ') } : { fix }),
    });
  }
  // Other characters would mean something in YAML or Markdown.
  if (title !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N} ,.()?!-]*$/u.test(title)) {
    problems.push({
      file,
      message: `"${title}" is no title`,
      expected: 'letters, digits, spaces and , . ( ) ? ! -',
    });
  }
  return problems;
}

function freeNumber({ ids }: Kit): string | undefined {
  const numbers = Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(2, '0'));
  return numbers.find((number) => !ids.some((id) => id.startsWith(`${number}-`)));
}

/** Shipped with the package. */
function templatesFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('descent/package.json')), 'templates');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, text);
}
