import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { findSubmissions } from '../intake/submissions.ts';
import type { Exercise } from '../kit/kit.ts';
import { collectFiles } from './collect-files.ts';
import { EXPORTERS, exporterFor } from './exporters.ts';
import { fixtureGrades } from './fixture-grades.ts';
import { jplagExporter } from './jplag.ts';
import { writeExport } from './write-export.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-export-'));
});
afterEach(() => rm(folder, { recursive: true }));

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'none';
}

describe('formats', () => {
  it('are found by name, with a suggestion for a typo', () => {
    expect(exporterFor('canvas').format).toBe('canvas');
    expect(refusal(() => exporterFor('gradscope'))).toBe(
      'command line  there is no format "gradscope". Did you mean "gradescope"?',
    );
    expect(refusal(() => exporterFor('xlsx'))).toBe(
      [
        'command line  there is no format "xlsx"',
        '  fix       The formats are csv, html, canvas, moodle, gradescope, classroom50, junit, jplag.',
      ].join('\n'),
    );
  });

  it('each give the same files a second time', async () => {
    for (const exporter of EXPORTERS) {
      if (exporter === jplagExporter) continue;
      const options = { classroom: { name: 'ml' }, skipUnknown: true };
      const once = await collectFiles(exporter, fixtureGrades(options));
      expect(await collectFiles(exporter, fixtureGrades(options))).toEqual(once);
      expect(once.size).toBeGreaterThan(0);
    }
  });

  it('are written below a folder', async () => {
    const count = await writeExport(exporterFor('gradescope'), fixtureGrades(), join(folder, 'a', 'b'));
    expect(count).toBe(12);
    expect(await readdir(join(folder, 'a', 'b', 'ada', '02-line-gd'))).toEqual(['results.json']);
  });
});

describe('jplag', () => {
  const exercises = [
    { manifest: { id: '02-line-gd', files: ['exercise.ts'] } as unknown as Exercise['manifest'] },
  ];

  it('gets the files that were handed in, a folder per student', async () => {
    const files = {
      'ada/02-line-gd/exercise.ts': 'A',
      'bob/exercise.ts': '\uFEFFB\r\n',
      'carol/notes.txt': '',
    };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'in', path)), { recursive: true });
      await writeFile(join(folder, 'in', path), content);
    }
    await mkdir(join(folder, 'in', 'mallory'));
    await symlink('/etc/passwd', join(folder, 'in', 'mallory', 'exercise.ts'));
    const { submissions } = await findSubmissions(join(folder, 'in'));
    const input = fixtureGrades({ handedIn: { submissions, exercises } });
    await writeExport(jplagExporter, input, join(folder, 'out'));
    expect(await readFile(join(folder, 'out', '02-line-gd', 'ada', 'exercise.ts'), 'utf8')).toBe('A');
    expect(await readFile(join(folder, 'out', '02-line-gd', 'bob', 'exercise.ts'), 'utf8')).toBe('B\n');
    expect((await readdir(join(folder, 'out', '02-line-gd'))).sort()).toEqual(['ada', 'bob']);
    expect(input.notes).toEqual(['Not read, and so not there: mallory (02-line-gd).']);
  });

  it('asks for the submissions', async () => {
    const error: unknown = await collectFiles(jplagExporter, fixtureGrades()).catch(
      (thrown: unknown) => thrown,
    );
    expect(formatProblems((error as ProblemsError).problems)).toBe(
      [
        'command line  the files that were handed in are needed',
        '  fix       Name their folder with --submissions, as descent grade was told it.',
      ].join('\n'),
    );
  });
});
