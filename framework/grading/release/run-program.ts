import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ProblemsError } from '../../document/problem.ts';

/** What came of a program. */
export interface Ran {
  readonly code: number | null;
  /** On standard output alone. */
  readonly printed: string;
  /** On both, as it came. */
  readonly output: string;
}

/** Runs a program to its end, without a shell. @param environment besides that of this process */
export async function runProgram(
  folder: string,
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(program, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let printed = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed += part;
    output += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, printed, output };
}

/** npm itself: the one that runs this command, or the one that came with Node. No shell is needed to start it. */
export function npmFile(): string {
  const node = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(node, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((path) => path?.endsWith('.js') === true && existsSync(path));
  if (found !== undefined) return found;
  throw new ProblemsError([
    { file: 'npm', message: 'npm was not found, so the kit cannot be tried', fix: 'Use --without-trial.' },
  ]);
}

/** The end of what a program printed, for messages. */
export function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-15).join('\n');
}
