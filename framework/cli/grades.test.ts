import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblems } from '../document/format-problems.ts';
import { ProblemsError } from '../document/problem.ts';
import { writeGradebook } from '../grading/class/gradebook-file.ts';
import { eachCell } from '../grading/exporters/exporter.ts';
import { fixtureGrades, SECRET } from '../grading/exporters/fixture-grades.ts';
import { exportGrades, type ExportCommand } from './export.ts';
import { gradeShow } from './grade-show.ts';
import { gradeStats } from './grade-stats.ts';
import { changesText } from './regrade.ts';

let grades: string;
beforeAll(async () => {
  grades = await mkdtemp(join(tmpdir(), 'descent-grades-'));
  const input = fixtureGrades();
  await writeGradebook(grades, input.gradebook);
  for await (const { row, cell, exercise, result } of eachCell(input)) {
    if (result === undefined) continue;
    const folder = join(grades, 'results', exercise.id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${row.student}.${cell.key!}.json`), JSON.stringify(result));
  }
});
afterAll(() => rm(grades, { recursive: true }));

/** What a command prints. */
async function printed(act: (output: { write: (text: string) => void }) => Promise<number>): Promise<string> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  try {
    expect(await act({ write })).toBe(0);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    text += formatProblems(error.problems);
  }
  return stripVTControlCharacters(text).replaceAll(grades, 'GRADES').replaceAll('\\', '/');
}

describe('descent grade show', () => {
  const show = (student: string, exercise?: string) =>
    printed((output) =>
      gradeShow({ student, grades, json: false, ...(exercise === undefined ? {} : { exercise }) }, output),
    );

  it('shows what the student sees, and below it what only the instructor may', async () => {
    const text = await show('bob', '2');
    const [seen, own] = text.split('Only for you');
    expect(seen).toContain('The loss falls');
    expect(seen).toContain('counts 1.67 of 10 points of the course (automatic 1.67)');
    expect(seen).not.toContain(SECRET);
    expect(own).toContain(SECRET);
    expect(own).toContain('seeds       3 fail');
  });

  it('shows every exercise, also where nothing was handed in', async () => {
    const text = await show('carol');
    expect(text).toContain('These points were decided by a person: =explained it to me.');
    expect(text).toContain('Nothing was handed in.');
  });

  it('knows people by name, too, and guesses', async () => {
    expect(await show('Ada Lovelace', '05')).toContain('6 of 6 points');
    expect(await show('carl')).toBe(
      'command line  nobody in the gradebook is called "carl". Did you mean "carol"?',
    );
  });
});

it('descent grade stats tells how checks ended', async () => {
  const text = await printed((output) => gradeStats({ grades, json: false }, output));
  expect(text.split('\n').slice(0, 5).join('\n')).toBe(
    [
      '02-line-gd  A line by gradient descent: 4 checked',
      '',
      '  task  check                   passed  skipped   median  seeds disagree',
      '     1  A first value           2 of 4        0  10.5 ms',
      '     2  The loss falls          1 of 4        0  20.5 ms',
    ].join('\n'),
  );
});

describe('descent export', () => {
  const run = (more: Partial<ExportCommand> & { format: string }) =>
    printed((output) => exportGrades({ grades, skipUnknown: false, ...more }, output));

  it('writes below the grades, or where it is told', async () => {
    expect(await run({ format: 'csv' })).toBe('1 file in GRADES/exports/csv\n');
    expect(await readdir(join(grades, 'exports', 'csv'))).toEqual(['gradebook.csv']);
    const out = join(grades, 'elsewhere');
    expect(await run({ format: 'gradescope', out })).toBe('12 files in GRADES/elsewhere\n');
  });

  it('takes some exercises only, with sums over these', async () => {
    await run({ format: 'csv', exercises: '05', out: join(grades, 'one') });
    const text = await readFile(join(grades, 'one', 'gradebook.csv'), 'utf8');
    expect(text.split('\r\n')[1]).toBe('ada,Ada Lovelace,ada@example.org,A,6,6,graded,6,0,,1,2,3');
  });

  it('fills a template', async () => {
    const template = join(grades, 'canvas.csv');
    await writeFile(template, 'Student,ID,The perceptron (5)\r\nAda,4001,\r\n');
    expect(await run({ format: 'canvas', exercises: '5', template, out: join(grades, 'canvas') })).toBe(
      '  Not in GRADES/canvas.csv, so without points there: bob, carol, dave, eve_105, frank.\n1 file in GRADES/canvas\n',
    );
    expect(await readFile(join(grades, 'canvas', 'canvas.csv'), 'utf8')).toBe(
      'Student,ID,The perceptron (5)\r\nAda,4001,6.00\r\n',
    );
  });

  it('guesses a format', async () => {
    expect(await run({ format: 'canvass' })).toBe(
      'command line  there is no format "canvass". Did you mean "canvas"?',
    );
  });
});

it('descent regrade says who goes up and down', () => {
  expect(changesText([])).toBe('No grade changes.\n');
  const change = { exercise: '02-line-gd', cause: 'checks' as const, isDecided: false };
  expect(
    changesText([
      { ...change, student: 'ada', automatic: { before: 5, after: 6.5 }, points: { before: 5, after: 6.5 } },
      { ...change, student: 'bob', automatic: { before: 9, after: 7 }, points: { before: 4.5, after: 3.5 } },
      {
        ...change,
        student: 'eve',
        automatic: { before: 9, after: 7 },
        points: { before: 10, after: 10 },
        isDecided: true,
      },
    ]),
  ).toBe(
    [
      '1 up, 1 down, 1 with the same points',
      '',
      '        student  exercise       points  automatic  why',
      '  up    ada      02-line-gd    5 → 6.5    5 → 6.5  checks',
      '  down  bob      02-line-gd  4.5 → 3.5      9 → 7  checks',
      '  same  eve      02-line-gd    10 → 10      9 → 7  checks; decided by a person: still right?',
      '',
    ].join('\n'),
  );
});
