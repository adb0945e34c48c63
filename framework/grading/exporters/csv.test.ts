import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { collectFiles } from './collect-files.ts';
import { csvExporter } from './csv.ts';
import { fixtureGrades } from './fixture-grades.ts';

it('has a row per student, and a column per exercise and check', async () => {
  const files = await collectFiles(csvExporter, fixtureGrades());
  expect([...files.keys()]).toEqual(['gradebook.csv']);
  const text = files.get('gradebook.csv')!;
  expect(text.startsWith('\uFEFFstudent,name')).toBe(true);
  const [header, ...rows] = parse(text, { bom: true });
  expect(header).toEqual([
    ...['student', 'name', 'email', 'section', 'points'],
    ...[
      '02-line-gd',
      '02-line-gd: state',
      '02-line-gd: automatic',
      '02-line-gd: days late',
      '02-line-gd: decided',
    ],
    ...['02-line-gd/a-first-value', '02-line-gd/the-loss-falls', '02-line-gd/on-other-data'],
    ...['05-perceptron', '05-perceptron: state', '05-perceptron: automatic', '05-perceptron: days late'],
    ...['05-perceptron: decided', '05-perceptron/a-first-value', '05-perceptron/the-loss-falls'],
    '05-perceptron/on-other-data',
  ]);
  expect(rows.map((row) => row[0])).toEqual(['ada', 'bob', 'carol', 'dave', 'eve_105', 'frank']);
  expect(rows[0]!.slice(4)).toEqual([
    '16',
    '10',
    'graded',
    '10',
    '0',
    '',
    '1',
    '2',
    '3',
    '6',
    'graded',
    '6',
    '0',
    '',
    '1',
    '2',
    '3',
  ]);
  // Decided, late, and nothing in the second exercise.
  expect(rows[2]!.slice(4)).toEqual([
    '9.25',
    '9.25',
    'graded',
    '8.33',
    '2',
    "'=explained it to me",
    '1',
    '1',
    '3',
    '0',
    'missing',
    '0',
    '0',
    '',
    '',
    '',
    '',
  ]);
});

it('lets no cell be a formula', async () => {
  const text = (await collectFiles(csvExporter, fixtureGrades())).get('gradebook.csv')!;
  const cells = parse(text, { bom: true }).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toContain(`'=HYPERLINK("http://example.org")`);
  expect(cells).toContain("'@dave");
  expect(cells).toContain("'+dave@example.org");
});
