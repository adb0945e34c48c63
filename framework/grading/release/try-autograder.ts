import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import type { GradescopeResults } from '../exporters/gradescope.ts';
import type { Exercise } from '../kit/kit.ts';
import { readFiles, type TextFiles } from '../kit/read-files.ts';
import { AUTOGRADER_SCRIPTS } from './autograder.ts';
import type { KitFiles } from './kit-files.ts';
import { lastLines, runProgram } from './run-program.ts';

/** An autograder, and how its trial is told. */
export interface AutograderTrial {
  readonly files: KitFiles;
  readonly exercise: Exercise;
  /** What the solution must get. */
  readonly maximumPoints: number;
  readonly tell: (line: string) => void;
}

/**
 * Tries an autograder as Gradescope uses it, in a folder in place of `/autograder`: `setup.sh`, then `run_autograder` with the solution,
 * which must get all points, with the starter and with nothing, which must get none. The system's packages, which the real
 * `setup.sh` installs, are left as they are.
 * @throws ProblemsError for the first of these that fails, with what it printed
 */
export async function tryAutograder(trial: AutograderTrial): Promise<void> {
  const { files, exercise, maximumPoints, tell } = trial;
  const root = await mkdtemp(join(tmpdir(), 'descent-autograder-'));
  try {
    for (const [path, content] of files) {
      const target = join(root, 'source', ...path.split('/'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    for (const name of AUTOGRADER_SCRIPTS) await chmod(join(root, 'source', name), 0o755);
    await runScript(root, 'setup.sh');
    tell('setup.sh');
    const { id, files: names } = exercise.manifest;
    const solution = await readFiles(exercise.solution, names, `solutions/${id}`);
    const starter = await readFiles(exercise.starters, names, `starters/${id}`);
    await expectScore(root, { what: 'the solution', files: solution, score: maximumPoints });
    await expectScore(root, { what: 'the starter', files: starter, score: 0 });
    await expectScore(root, { what: 'an empty submission', files: {}, score: 0 });
    tell(`run_autograder: the solution gets ${maximumPoints}, the starter and an empty submission 0 points`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function expectScore(
  root: string,
  { what, files, score }: { readonly what: string; readonly files: TextFiles; readonly score: number },
): Promise<void> {
  const submission = join(root, 'submission');
  await rm(submission, { recursive: true, force: true });
  await mkdir(submission);
  for (const [name, text] of Object.entries(files)) await writeFile(join(submission, name), text);
  const printed = await runScript(root, 'run_autograder');
  const results = JSON.parse(
    await readFile(join(root, 'results', 'results.json'), 'utf8'),
  ) as GradescopeResults;
  if (results.score === score) return;
  throw new ProblemsError([
    {
      file: 'run_autograder',
      message: `${what} gets other points than it should`,
      expected: `${score}`,
      received: `${results.score}: ${results.output}\n${lastLines(printed)}`,
    },
  ]);
}

async function runScript(root: string, name: string): Promise<string> {
  const path = join(root, 'source', name);
  const { code, output } = await runProgram(root, path, [], { AUTOGRADER_ROOT: root }).catch(
    (error: unknown) => ({ code: null, output: `it cannot be started: ${(error as Error).message}` }),
  );
  if (code === 0) return output;
  throw new ProblemsError([
    {
      file: name,
      message: 'the script fails',
      received: lastLines(output),
      fix: 'Scripts need bash, as Gradescope has it. Without: --without-trial.',
    },
  ]);
}
