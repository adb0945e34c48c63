import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { collectFiles } from './collect-files.ts';
import type { ExportInput } from './exporter.ts';
import { fixtureGrades, SECRET } from './fixture-grades.ts';
import { moodleExporter } from './moodle.ts';
import { parseTemplate } from './template.ts';

/** Users of a Moodle site, and what an item may have at most. */
const users = [
  { username: 'ada10', idnumber: '00101', email: 'ada@example.org' },
  { username: 'bob', idnumber: '102', email: 'bob@example.org' },
  { username: 'carol', idnumber: '', email: 'carol@example.org' },
  { username: 'eve', idnumber: '', email: 'eve@example.org' },
  { username: 'frank', idnumber: '', email: 'frank@example.org' },
];
const maxima: Readonly<Record<string, number>> = { 'A line by gradient descent': 10, 'The perceptron': 6 };

/** Moodle's import of grades, mapped by the username or else by number or address: the first wrong line ends all of it. */
function importGrades(text: string): Record<string, number[]> {
  const rows = parse<Record<string, string>>(text, { columns: true });
  const grades: Record<string, number[]> = {};
  for (const row of rows) {
    const found = users.find(
      ({ username, idnumber, email }) =>
        username === row.username ||
        (row['ID number'] !== '' && idnumber === row['ID number']) ||
        (row['Email address'] !== '' && email === row['Email address']),
    );
    if (found === undefined) throw new Error(`abort: no user for ${JSON.stringify(row)}`);
    grades[found.username] = Object.entries(maxima).map(([title, maximum]) => {
      const grade = Number(row[title]);
      if (!Number.isFinite(grade) || grade > maximum) throw new Error(`abort: ${row[title]!}`);
      expect(row[`Feedback: ${title}`]).toMatch(/^$|^<pre>[^<]*<\/pre>$/);
      return grade;
    });
  }
  return grades;
}

async function refusal(input: ExportInput): Promise<string> {
  try {
    await collectFiles(moodleExporter, input);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'none';
}

const known = new Set(['ada', 'bob', 'carol', 'eve_105', 'frank']);

describe('moodle', () => {
  it('imports grades with feedback', async () => {
    const input = fixtureGrades({ roster: known, skipUnknown: true });
    const text = (await collectFiles(moodleExporter, input)).get('moodle.csv')!;
    expect(importGrades(text)).toEqual({
      ada10: [10, 6],
      bob: [1.67, 3],
      carol: [9.25, 0],
      eve: [0, 5],
      frank: [0, 0],
    });
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('<script');
    expect(input.notes).toEqual(['Left out, as Moodle would not know them: dave.']);
  });

  it('is told beforehand whom Moodle would not know', async () => {
    expect(await refusal(fixtureGrades({ roster: known }))).toBe(
      [
        'moodle  dave is not in the roster: Moodle would refuse the whole import',
        '  fix       Complete the roster, or leave such students out with --skip-unknown.',
      ].join('\n'),
    );
    const input = fixtureGrades();
    input.gradebook.rows[0] = { ...input.gradebook.rows[5]!, student: 'zoe' };
    delete input.gradebook.rows[0].username;
    expect(await refusal(input)).toBe(
      [
        'moodle  zoe has neither username, idNumber nor email in the roster: Moodle would refuse the whole import',
        '  fix       Complete the roster, or leave such students out with --skip-unknown.',
      ].join('\n'),
    );
  });

  it('is told beforehand of points above the maximum', async () => {
    const input = fixtureGrades();
    input.gradebook.rows[0]!.cells[1]!.points = 6.5;
    expect(await refusal(input)).toBe(
      [
        'moodle  ada has 6.5 points for 05-perceptron: Moodle would refuse the whole import',
        '  expected  at most 6 points',
        '  fix       Change overrides.yaml, or the points of the exercise in course.yaml, and grade again.',
      ].join('\n'),
    );
  });
});

describe('the grading worksheet of moodle', () => {
  const header =
    'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';
  const worksheet = [
    header,
    '"Participant 101","Ada Lovelace",ada@example.org,"Submitted for grading",,"10,00",Yes,"Friday, 20 November",-,""',
    '"Participant 105",Ève,,"Submitted for grading",,"10,00",Yes,-,"Sunday, 22 November, 9:00","old"',
    '"Participant 999",Nobody,nobody@example.org,,,"10,00",Yes,-,-,""',
    '',
  ].join('\r\n');

  /** Grades of the first exercise alone, as `--exercises 02` makes them. */
  function firstExercise(text: string) {
    const input = fixtureGrades({ template: parseTemplate('worksheet.csv', text) });
    const { exercises, rows } = input.gradebook;
    exercises.pop();
    for (const { cells } of rows) cells.pop();
    return input;
  }

  it('is filled by participant or address; all else stays byte for byte', async () => {
    const input = firstExercise(worksheet);
    const text = (await collectFiles(moodleExporter, input)).get('moodle-worksheet.csv')!;
    const [, ada, eve, nobody] = parse(text);
    expect([ada![4], eve![4], nobody![4]]).toEqual(['10,00', '0,00', '']);
    expect(ada![9]).toMatch(/^<pre>✓ A first value: 1 of 1\n/);
    const unfilled = (line: string) =>
      line.replace(/,("\d+,\d\d"|),"10,00"/, ',,"10,00"').replace(/,"[^"]*"$/, ',…');
    const raw = text.split('\r\n').filter((line) => line !== '');
    expect(raw.map(unfilled)).toEqual(
      worksheet
        .split('\r\n')
        .filter((line) => line !== '')
        .map(unfilled),
    );
    expect(input.notes).toEqual(['Not in worksheet.csv, so without points there: bob, carol, dave, frank.']);
  });

  it('is refused where it does not fit', async () => {
    expect(await refusal(fixtureGrades({ template: parseTemplate('w.csv', worksheet) }))).toBe(
      [
        'w.csv  a worksheet is for one exercise, and there are 2',
        '  fix       Name one, as --exercises 02-line-gd.',
      ].join('\n'),
    );
    expect(await refusal(fixtureGrades({ template: parseTemplate('w.csv', 'Kennung,Bewertung\n') }))).toBe(
      [
        'w.csv  there is no column "Identifier", "Grade"',
        '  expected  the grading worksheet of an assignment of Moodle, in English',
        '  received  columns Kennung, Bewertung',
      ].join('\n'),
    );
    expect(await refusal(firstExercise(worksheet.replace('"10,00"', '"8,00"')))).toBe(
      [
        'moodle  ada has 10 points for 02-line-gd: Moodle would refuse the whole import',
        '  expected  at most 8 points',
        '  fix       Change overrides.yaml, or the points of the exercise in course.yaml, and grade again.',
      ].join('\n'),
    );
  });
});
