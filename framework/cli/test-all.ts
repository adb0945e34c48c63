import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../document/problem.ts';
import { findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { hasStarted } from '../grading/kit/work.ts';
import { EXIT } from './exit.ts';
import { test } from './test.ts';

/**
 * `descent test` without names: all tests of the kit in vitest, the reader's started exercises among them, and how many of
 * them are started. Where vitest is not installed, only the started exercises.
 * @param options of vitest, such as `--reporter=json`
 * @returns the exit code
 */
export async function testAll(
  options: readonly string[],
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const exercises = await openExercises(kit);
  const states = await Promise.all(exercises.map(hasStarted));
  const started = exercises.filter((_, index) => states[index]);
  const vitest = vitestFile(kit.root);
  const code =
    vitest === undefined
      ? await testStarted(started, options, write)
      : await runVitest(vitest, kit.root, options);
  if (code === EXIT.interrupted) return code;
  write(`\nExercises: ${started.length} of ${exercises.length} started. One alone: npm test -- 02\n`);
  return code;
}

/** In a kit for students, which has no vitest and no tests of its own. */
async function testStarted(
  started: readonly Exercise[],
  options: readonly string[],
  write: (text: string) => void,
): Promise<number> {
  if (options.length > 0) {
    throw new ProblemsError([
      {
        file: 'command line',
        message: `"${options[0]!}" is an option of vitest, which is not installed here`,
        fix: 'Leave it out, or install vitest with: npm install --save-dev vitest',
      },
    ]);
  }
  const names = started.map(({ manifest }) => manifest.id);
  return names.length === 0 ? EXIT.done : test({ names, json: false }, { write });
}

/** Vitest as a program of its own, without a shell: its file, run by this very Node. */
async function runVitest(file: string, root: string, options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [file, 'run', ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl-C reaches both; vitest ends its workers, and this waits for it.
  const ignore = () => undefined;
  const pass = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  process.on('SIGINT', ignore);
  process.on('SIGTERM', pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve(signal === null ? (code ?? EXIT.ownFault) : EXIT.interrupted);
      });
    });
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', pass);
  }
}

function vitestFile(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('vitest/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { vitest: string } };
    return join(dirname(manifest), bin.vitest);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
