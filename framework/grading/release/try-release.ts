import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ProblemsError } from '../../document/problem.ts';
import { plural } from '../../page/format.ts';
import type { Exercise } from '../kit/kit.ts';
import type { ExerciseResult } from '../result/result.ts';
import { lastLines, npmFile, runProgram, type Ran } from './run-program.ts';

/** A written release, and how its trial is told. */
export interface TrialOptions {
  /** Where it lies; it stays as it is. */
  readonly folder: string;
  readonly exercises: readonly Exercise[];
  readonly isVisible: boolean;
  readonly tell: (line: string) => void;
}

/**
 * Tries a release in a copy, as a stranger would: `npm ci`, `npm test` with nothing started, and the solutions in place of the
 * starters, which then have to get every visible point and draw every picture.
 * @throws ProblemsError for the first of these that fails, with what it printed
 */
export async function tryRelease({ folder, exercises, isVisible, tell }: TrialOptions): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'descent-release-'));
  try {
    await cp(folder, copy, { recursive: true });
    await succeed(copy, 'npm ci', [npmFile(), 'ci', '--prefer-offline', '--no-audit', '--no-fund']);
    tell('npm ci');
    await succeed(copy, 'npm test', [npmFile(), 'test']);
    tell('npm test, with nothing started');
    if (!isVisible) return;
    for (const { manifest, solution } of exercises) {
      for (const name of manifest.files) {
        await copyFile(join(solution, name), join(copy, 'exercises', manifest.id, name));
      }
    }
    const command = join(copy, 'node_modules', 'descent', 'bin', 'descent.js');
    for (const { manifest } of exercises) {
      checkSolved(
        manifest.id,
        await runProgram(copy, process.execPath, [command, 'test', manifest.id, '--json']),
      );
    }
    tell(`the solutions of ${plural(exercises.length, 'exercise')}, which get every visible point`);
    const shown = exercises.filter(({ manifest }) => manifest.pictures.length > 0);
    for (const { manifest } of shown) {
      await succeed(copy, `descent show ${manifest.id}`, [command, 'show', manifest.id]);
    }
    if (shown.length > 0) tell(`the pictures of ${plural(shown.length, 'exercise')}, which are drawn`);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function checkSolved(id: string, { code, printed, output }: Ran): void {
  // 1 while points are missing; then the result says which.
  const isResult = code === 0 || code === 1;
  const [result] = (isResult ? JSON.parse(printed) : []) as readonly ExerciseResult[];
  const failed = result?.checks.filter(({ state }) => state !== 'pass').map(({ title }) => title);
  if (failed?.length === 0) return;
  throw new ProblemsError([
    {
      file: `exercises/${id}`,
      message: 'the solution does not get every visible point in the kit',
      received: failed === undefined ? lastLines(output) : `not passed: ${failed.join(', ')}`,
    },
  ]);
}

async function succeed(folder: string, name: string, words: readonly string[]): Promise<void> {
  const { code, output } = await runProgram(folder, process.execPath, words);
  if (code === 0) return;
  throw new ProblemsError([
    { file: 'package.json', message: `"${name}" fails in the kit`, received: lastLines(output) },
  ]);
}
