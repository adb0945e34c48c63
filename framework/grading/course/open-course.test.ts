import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { openCourse } from './open-course.ts';
import { parseOverridesFile } from './overrides-file.ts';
import { isTime } from './time.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-course-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function open(files: Readonly<Record<string, string>>) {
  const course = [
    'schema: 1',
    'title: Machine learning',
    'secret: correct horse battery staple',
    'exercises: [{ id: 02-line-gd }]',
    ...Object.keys(files).map((name) => `${name}: ${name}.csv`),
  ];
  await writeFile(join(folder, 'course.yaml'), course.join('\r\n'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), text);
  return openCourse(join(folder, 'course.yaml'), ['02-line-gd']);
}

async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'none';
}

describe('a course', () => {
  it('fills in what its file leaves out', async () => {
    const { course, roster } = await open({});
    expect(course).toEqual({
      schema: 1,
      title: 'Machine learning',
      secret: 'correct horse battery staple',
      exercises: [{ id: '02-line-gd' }],
      late: { graceMinutes: 10, perDay: 0, most: 1 },
      extensions: [],
    });
    expect(roster).toEqual([]);
  });

  it('reads a roster as spreadsheets save it, with the columns it knows', async () => {
    const { roster } = await open({
      roster: '\uFEFFstudent;name;idNumber;mood\r\nAda Lovelace; Ada ;00101;good\r\n\r\nbob;;;\r\n',
    });
    expect(roster).toEqual([{ student: 'Ada_Lovelace', name: 'Ada', idNumber: '00101' }, { student: 'bob' }]);
  });

  it('reads times, in any zone', async () => {
    const { timeOf } = await open({
      times: 'student,exercise,time\nAda Lovelace,02-line-gd,2026-12-01T18:00:00+01:00\n',
    });
    expect(timeOf('Ada_Lovelace', '02-line-gd')).toBe('2026-12-01T17:00:00.000Z');
    expect(timeOf('bob', '02-line-gd')).toBeUndefined();
  });

  it('refuses what is no table', async () => {
    expect(await refusal(() => open({ roster: 'student,name\nada,"Ada\n' }))).toBe(
      'roster.csv  this is no csv file: Quote Not Closed: the parsing is finished with an opening quote at line 2',
    );
    expect(await refusal(() => open({ roster: 'student,name\n,Nobody\n' }))).toBe(
      'roster.csv, line 2  a student without a name',
    );
  });
});

describe('overrides', () => {
  const targets = { students: ['ada', 'Bob_B'], exercises: ['02-line-gd'] };
  const parse = (line: string) =>
    parseOverridesFile({ file: 'overrides.yaml', text: `schema: 1\noverrides:\n  - ${line}\n` }, targets);

  it('name people as the roster does', () => {
    expect(parse('{ student: Bob B, exercise: 02-line-gd, points: 5, reason: talked }')).toEqual([
      { student: 'Bob_B', exercise: '02-line-gd', points: 5, reason: 'talked' },
    ]);
  });

  it('for nobody are refused: they would have no effect', async () => {
    expect(
      await refusal(() => parse('{ student: adda, exercise: 02-line, points: 5, reason: talked }')),
    ).toBe(
      [
        'overrides.yaml:3:16  there is no student in the class "adda". Did you mean "ada"?',
        '',
        '  3 |   - { student: adda, exercise: 02-line, points: 5, reason: talked }',
        '    |                ^^^^',
        '',
        'overrides.yaml:3:32  there is no exercise "02-line". Did you mean "02-line-gd"?',
        '',
        '  3 |   - { student: adda, exercise: 02-line, points: 5, reason: talked }',
        '    |                                ^^^^^^^',
      ].join('\n'),
    );
    expect(
      await refusal(() => parse('{ student: ada, exercise: 02-line-gd, points: -1, reason: talked }')),
    ).toBe(
      [
        'overrides.yaml:3:51  overrides.0.points is too small',
        '',
        '  3 |   - { student: ada, exercise: 02-line-gd, points: -1, reason: talked }',
        '    |                                                   ^^',
        '',
        '  expected  a number of at least 0',
        '  received  -1',
      ].join('\n'),
    );
  });
});

it('a time has a zone and exists', () => {
  for (const time of ['2026-12-01T18:00Z', '2026-12-01T18:00:00+01:00', '2028-02-29T00:00:00.5-10:00'])
    expect(isTime(time)).toBe(true);
  for (const time of ['2026-12-01', '2026-12-01T18:00', '2026-02-30T18:00Z', '2026-12-01T25:00Z', 'now', ''])
    expect(isTime(time)).toBe(false);
});
