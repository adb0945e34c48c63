import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import type { ExerciseResult } from '../result/result.ts';
import { withoutSecrets } from '../result/without-secrets.ts';
import { findDuplicates } from './duplicates.ts';
import { writeFixtureClass, type FixtureClass } from './fixture-class.ts';
import type { Gradebook } from './gradebook.ts';

const main = join(createRequire(import.meta.url).resolve('descent/package.json'), '..', 'bin', 'descent.js');

let folder: string;
let fixture: FixtureClass;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-class-'));
  fixture = await writeFixtureClass(folder);
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the built command, at the strongest level that this machine has. @param killAfter milliseconds until SIGKILL */
function grade(out: string, options: readonly string[], killAfter?: number): Promise<Ended> {
  const command = ['grade', fixture.submissions, '--course', fixture.course, '--out', out];
  const level = ['--allow-level', 'unprotected'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...command, ...level, ...options], { cwd: fixture.kit });
    let output = '';
    const add = (piece: Buffer) => (output += piece.toString());
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

async function gradebookOf(out: string, jobs: number): Promise<Gradebook> {
  const { code, output } = await grade(out, ['--json', '--jobs', String(jobs)]);
  if (code !== 0) throw new Error(`exit code ${String(code)}: ${output}`);
  return JSON.parse(output) as Gradebook;
}

/** The results below a folder by path, without what differs between two gradings of the same. */
async function resultsIn(out: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(out, 'results', '02-line-gd');
  const results = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    results.set(name, text.replace(/"(milliseconds|started)": [^,\n]+/g, '"$1": 0'));
  }
  return results;
}

describe('a class', { timeout: 300_000 }, () => {
  let gradebook: Gradebook;
  beforeAll(async () => {
    gradebook = await gradebookOf(fixture.out, 4);
    process.stdout.write(`The class was graded at level "${gradebook.isolation}".\n`);
  }, 300_000);

  it('gets the expected gradebook, whatever some of it tries', async () => {
    const lines = gradebook.rows.map(({ student, cells }) => {
      const { state, automatic, lateDays, lateFactor, override, points } = cells[0]!;
      const late = lateDays > 0 ? ` · ${lateDays} days late × ${Number(lateFactor.toFixed(2))}` : '';
      const decided =
        override === undefined ? '' : ` · decided${override.hasChanged ? ', changed since' : ''}`;
      return `${student}: ${state}, ${automatic}${late}${decided} → ${points}`;
    });
    expect(gradebook.rows.length).toBeGreaterThanOrEqual(60);
    await expect(lines.join('\n')).toMatchFileSnapshot('fixture-gradebook.txt');
  });

  it('has the reasons in its results', async () => {
    const results = await resultsIn(fixture.out);
    const reasons = [...results.values()].flatMap((text) => {
      const { submission, state, reason } = JSON.parse(text) as ExerciseResult;
      return reason === undefined ? [] : [`${submission.id}: ${state}: ${reason}`];
    });
    expect(reasons).toMatchInlineSnapshot(`
      [
        "hostile-link: refused: 02-line-gd/exercise.ts is a link.",
        "malformed-binary: refused: 02-line-gd/exercise.ts is no text in UTF-8.",
        "malformed-large: refused: 02-line-gd/exercise.ts is larger than 1 MB.",
        "malformed-zip: refused: The submission is no zip that can be read (End of central directory record signature not found).",
        "unfinished-starter: not started: The files are the starter, unchanged.",
        "unfinished-windows: not started: The files are the starter, unchanged.",
      ]
    `);
  });

  it('lists what is the same', () => {
    expect(findDuplicates(gradebook)).toMatchInlineSnapshot(`
      [
        {
          "exercise": "02-line-gd",
          "isIdentical": false,
          "students": [
            "honest-10",
            "honest-11",
            "zip-honest",
          ],
        },
      ]
    `);
  });

  it('keeps the secret out of its results, and hidden data out of what students see of them', async () => {
    const results = await resultsIn(fixture.out);
    for (const text of results.values()) expect(text).not.toContain('correct horse');
    const [, text] = [...results].find(([name]) => name.startsWith('hostile-throws-what'))!;
    const result = JSON.parse(text) as ExerciseResult;
    const seen = withoutSecrets(result).checks.filter(({ visibility }) => visibility === 'hidden');
    expect(seen).toHaveLength(7);
    expect(JSON.stringify(seen)).not.toMatch(/\d\.\d{3}/);
    // Instructors see them: they have the hidden data anyway.
    expect(JSON.stringify(result.checks)).toMatch(/\d\.\d{3}/);
  });

  it('gets the same again, whether one is graded at a time or several', async () => {
    const again = join(folder, 'again');
    const { rows } = await gradebookOf(again, 1);
    expect(await resultsIn(again)).toEqual(await resultsIn(fixture.out));
    // The folder of the first has overrides, too.
    const automatic = (book: Gradebook['rows']) =>
      book.map(({ student, cells }) => [student, cells[0]!.automatic]);
    expect(automatic(rows)).toEqual(automatic(gradebook.rows));
  });

  it('is graded no second time', async () => {
    const before = await resultsIn(fixture.out);
    const { output } = await grade(fixture.out, []);
    const [total] = /\d+ graded.*/.exec(output)!;
    expect(total).toMatchInlineSnapshot(`"57 graded, 4 refused, 1 missing, 2 not started (59 from before)"`);
    expect(await resultsIn(fixture.out)).toEqual(before);
  });

  it('killed at any moment goes on, and ends with the same results', async () => {
    const out = join(folder, 'killed');
    const stream = createStream(11).derive('kill');
    for (let kill = 0; kill < 20; kill++) await grade(out, ['--jobs', '2'], 300 + stream.integer(2_500));
    expect((await grade(out, ['--jobs', '2'])).code).toBe(0);
    expect(await resultsIn(out)).toEqual(await resultsIn(fixture.out));
  });
});
