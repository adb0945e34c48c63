import { cp, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { strToU8, zipSync } from 'fflate';
import { findKit, openExercise } from '../kit/kit.ts';
import { loadMutants } from '../kit/mutants.ts';
import { readFiles } from '../kit/read-files.ts';

/** For tests: a class that handed in exercise 02, with everything that a class does. */
export interface FixtureClass {
  /** A kit with exercise 02 alone, so that nothing changes while the tests run. */
  readonly kit: string;
  readonly submissions: string;
  readonly course: string;
  readonly out: string;
}

const EXERCISE = '02-line-gd';
/** When it is due; honest work was handed in an hour before. */
const DUE = new Date('2026-11-20T18:00:00Z');
const HOUR = 3_600_000;

/** One submission: the text of `exercise.ts`, or files by path, or a zip. */
type Content = string | Readonly<Record<string, string | Uint8Array>> | { readonly zip: Uint8Array };

/**
 * Writes a class below a folder: 12 honest, as many wrong as there are wrong answers (at most 20), 6 late, 15 hostile, 4 unfinished,
 * 6 malformed, and 2 in the roster who handed in nothing.
 */
export async function writeFixtureClass(folder: string): Promise<FixtureClass> {
  const kit = join(folder, 'kit');
  const { root } = await findKit();
  for (const part of ['exercises', 'starters', 'solutions', 'graders']) {
    await cp(join(root, part, EXERCISE), join(kit, part, EXERCISE), { recursive: true });
  }
  const exercise = await openExercise(await findKit(kit), EXERCISE);
  const solution = (await readFiles(exercise.solution, ['exercise.ts'], 'solutions'))['exercise.ts']!;
  const starter = (await readFiles(exercise.starters, ['exercise.ts'], 'starters'))['exercise.ts']!;
  const mutants = (await loadMutants(exercise)).slice(0, 20);
  const submissions = join(folder, 'submissions');

  const hand = async (student: string, content: Content, hoursLate = -1): Promise<void> => {
    if (typeof content === 'object' && 'zip' in content && content.zip instanceof Uint8Array) {
      await mkdir(submissions, { recursive: true });
      await writeFile(join(submissions, `${student}.zip`), content.zip);
      return;
    }
    const files = typeof content === 'string' ? { [`${EXERCISE}/exercise.ts`]: content } : content;
    for (const [path, text] of Object.entries(files)) {
      const full = join(submissions, student, path);
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, text);
      const time = new Date(DUE.getTime() + hoursLate * HOUR);
      await utimes(full, time, time);
    }
    await mkdir(join(submissions, student), { recursive: true });
  };
  const two = (index: number) => String(index).padStart(2, '0');

  for (let index = 0; index < 10; index++) await hand(`honest-${two(index)}`, `${solution}// ${index}\n`);
  // Two who handed in the same, but for the layout.
  await hand('honest-10', solution);
  await hand('honest-11', solution.replaceAll('\n', '\r\n').replaceAll('  ', '\t'));
  for (const [index, { files }] of mutants.entries())
    await hand(`wrong-${two(index)}`, files['exercise.ts']!);
  for (const [index, hours] of [0.1, 1, 25, 49, 24 * 6, 24 * 9].entries()) {
    await hand(`late-${two(index)}`, `${solution}// late ${index}\n`, hours);
  }
  const hostile = await readHostile();
  for (const [name, source] of hostile) await hand(`hostile-${name}`, source);
  await hand('unfinished-starter', starter);
  await hand('unfinished-windows', `\uFEFF${starter.replaceAll('\n', '\r\n')}`);
  await hand(
    'unfinished-half',
    starter.replace(/throw new TodoError\('Task 1[^\n]*/, 'return xs.map((x) => m * x + c);'),
  );
  await hand('unfinished-elsewhere', { 'notes/todo.txt': 'later' });
  await hand('malformed-empty', '');
  await hand('malformed-syntax', solution.replace('return xs.map', 'retrun xs.map'));
  await hand('malformed-binary', { [`${EXERCISE}/exercise.ts`]: Uint8Array.of(0xff, 0xfe, 0, 1, 2) });
  await hand('malformed-large', { [`${EXERCISE}/exercise.ts`]: new Uint8Array(2 ** 21).fill(32) });
  await hand('malformed-zip', { zip: strToU8('this is no zip') });
  await hand('zip-honest', {
    zip: zipSync(
      { [`work/${EXERCISE}/exercise.ts`]: strToU8(solution.replace('let m', 'let  m')) },
      { mtime: new Date('2026-11-20T12:00:00Z') },
    ),
  });
  if (process.platform !== 'win32') {
    await mkdir(join(submissions, 'hostile-link', EXERCISE), { recursive: true });
    await symlink('/etc/passwd', join(submissions, 'hostile-link', EXERCISE, 'exercise.ts'));
  }

  const course = join(folder, 'course.yaml');
  await writeFile(
    course,
    [
      'schema: 1',
      'title: A class for tests',
      'secret: correct horse battery staple',
      'exercises:',
      `  - { id: ${EXERCISE}, points: 10, due: '${DUE.toISOString().slice(0, 19)}Z' }`,
      'late: { graceMinutes: 10, perDay: 0.1, most: 0.5, closedAfterDays: 7 }',
      'extensions:',
      `  - { student: late-03, due: '2026-11-25T18:00:00Z', reason: was ill }`,
      'roster: roster.csv',
      '',
    ].join('\n'),
  );
  await writeFile(
    join(folder, 'roster.csv'),
    'student;name;email\nhonest-00;=1+1;ada@example.org\nabsent-1;Ab Sent;\nabsent-2;;\n',
  );
  const out = join(folder, 'grades');
  await mkdir(out);
  await writeFile(
    join(out, 'overrides.yaml'),
    [
      'schema: 1',
      'overrides:',
      `  - { student: unfinished-half, exercise: ${EXERCISE}, points: 5, automatic: 9, reason: explained it to me }`,
      '',
    ].join('\n'),
  );
  return { kit, submissions, course, out };
}

/** Programs that mean harm, with the exports that checks ask for. */
async function readHostile(): Promise<ReadonlyMap<string, string>> {
  const folder = join(import.meta.dirname, 'hostile-class');
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [name.replace(/\.ts\.txt$/, ''), await readFile(join(folder, name), 'utf8')] as const,
      ),
    ),
  );
}
