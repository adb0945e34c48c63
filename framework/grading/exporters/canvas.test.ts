import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { canvasExporter } from './canvas.ts';
import { collectFiles } from './collect-files.ts';
import { fixtureGrades } from './fixture-grades.ts';
import { parseTemplate } from './template.ts';

/** What the importer of Canvas takes from a file: assignments by title or number, people by number, SIS number or login. */
function importGrades(text: string): Record<string, Record<string, number>> {
  const [header, ...rows] = parse(text, { bom: true });
  expect(header!.slice(0, 5)).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']);
  const isPossible = (row: string[]) => /^\s*Points Possible\s*$/.test(row[0]!);
  expect(rows.filter(isPossible)).toHaveLength(1);
  const possible = rows.find(isPossible)!;
  const grades: Record<string, Record<string, number>> = {};
  for (const row of rows) {
    const key = row[1]! || row[2]! || row[3]! || row[0]!;
    for (const [column, title] of header!.entries()) {
      if (column < 5 || possible[column]!.includes('(read only)') || row[column] === '') continue;
      expect(row[column]).toMatch(/^\d+\.\d\d$/);
      grades[isPossible(row) ? 'possible' : key] ??= {};
      grades[isPossible(row) ? 'possible' : key]![title] = Number(row[column]);
    }
  }
  return grades;
}

async function exported(template?: string): Promise<{ text: string; notes: readonly string[] }> {
  const input = fixtureGrades(
    template === undefined ? {} : { template: parseTemplate('canvas.csv', template) },
  );
  return { text: (await collectFiles(canvasExporter, input)).get('canvas.csv')!, notes: input.notes };
}

async function refusal(template: string): Promise<string> {
  try {
    await exported(template);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'none';
}

describe('canvas', () => {
  it('imports our own file: points possible, two decimals, people by their numbers', async () => {
    const { text, notes } = await exported();
    const [line, perceptron] = ['A line by gradient descent', 'The perceptron'];
    expect(importGrades(text)).toEqual({
      possible: { [line]: 10, [perceptron]: 6 },
      4001: { [line]: 10, [perceptron]: 6 },
      4002: { [line]: 1.67, [perceptron]: 3 },
      4003: { [line]: 9.25, [perceptron]: 0 },
      "'+dave@example.org": { [line]: 0, [perceptron]: 0 },
      "'-105": { [line]: 0, [perceptron]: 5 },
      frank: { [line]: 0, [perceptron]: 0 },
    });
    expect(notes).toEqual([]);
  });

  const template = [
    '\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,"A line by gradient descent (77)",Essay (78),Current Score',
    '    Points Possible,,,,,12.00,5.00,(read only)',
    '"Lovelace, Ada",4001,,ada10,A,,"4.50",88',
    '"B ""ob""",4002,,,"A and B",3.00,,',
    'Carol,,,CAROL,A,,,',
    '"Student, Test",4999,,,A,,,',
    '',
  ].join('\r\n');

  it('takes the template back with only our column filled, by number or login, never by name', async () => {
    const { text, notes } = await exported(template);
    expect(text).toBe(
      template
        .replace('ada10,A,,', 'ada10,A,10.00,')
        .replace('"A and B",3.00,', '"A and B",1.67,')
        .replace('CAROL,A,,', 'CAROL,A,9.25,'),
    );
    expect(importGrades(text)['4001']).toEqual({
      'A line by gradient descent (77)': 10,
      'Essay (78)': 4.5,
    });
    expect(notes).toEqual([
      'canvas.csv has no column "The perceptron" nor "05-perceptron", so that exercise is left out.',
      '02-line-gd has 10 points in this course and 12.00 in Canvas.',
      'Not in canvas.csv, so without points there: dave, eve_105, frank.',
    ]);
  });

  it('says what a template lacks', async () => {
    expect(await refusal('Student,ID\r\nAda,4001\r\n')).toBe(
      [
        'canvas.csv  no column is that of an exercise',
        '  expected  one of "A line by gradient descent (number)", "The perceptron (number)"',
        '  fix       Give the assignments in Canvas the titles of the exercises, and export the gradebook again.',
      ].join('\n'),
    );
    expect(await refusal('Student,ID,The perceptron (1)\r\nAda,1\r\n')).toBe(
      [
        'canvas.csv  nobody of the class is in this file',
        '  expected  a student with the canvasId, idNumber, username or email of the roster',
        '  fix       Add the column canvasId to the roster: it is the column "ID" of this file.',
      ].join('\n'),
    );
  });
});
