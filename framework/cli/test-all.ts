import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../document/problem.ts';
import { findKit, openExercises } from '../grading/kit/kit.ts';
import { hasStarted } from '../grading/kit/work.ts';
import { EXIT } from './exit.ts';

/**
 * `descent test` without names: all tests of the kit in vitest, the reader's started exercises among them, and how many of
 * them are started.
 * @param options of vitest, such as `--reporter=json`
 * @returns the exit code
 */
export async function testAll(
  options: readonly string[],
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const code = await runVitest(kit.root, options);
  if (code === EXIT.interrupted) return code;
  const exercises = await openExercises(kit);
  const states = await Promise.all(exercises.map(hasStarted));
  const started = states.filter(Boolean).length;
  write(`\nExercises: ${started} of ${exercises.length} started. One alone: npm test -- 02\n`);
  return code;
}

/** Vitest as a program of its own, without a shell: its file, run by this very Node. */
async function runVitest(root: string, options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [vitestFile(root), 'run', ...options], {
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

function vitestFile(root: string): string {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('vitest/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { vitest: string } };
    return join(dirname(manifest), bin.vitest);
  } catch {
    throw new ProblemsError([
      {
        file: 'package.json',
        message: 'vitest is not installed',
        fix: 'Run "npm install" in the folder of the kit.',
      },
    ]);
  }
}
