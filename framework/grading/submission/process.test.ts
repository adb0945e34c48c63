import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findRuntime } from './code-cache.ts';
import { openSubmission } from './host.ts';
import { nodeArguments, unprotected, type LaunchPlan } from './launch.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { createProcessPool } from './process-pool.ts';
import { startStudentProcess } from './student-process.ts';
import { isAlive } from './test-submissions.ts';

const onPosix = process.platform !== 'win32';

/** Waits for something that other processes bring about. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries++) await sleep(10);
  expect(condition()).toBe(true);
}

function planOf(script: string): LaunchPlan {
  return {
    command: process.execPath,
    arguments: ['-e', script],
    environment: {},
    workingFolder: tmpdir(),
  };
}

const start = { operation: 'start', value: { backend: 'cpu' } } as const;

describe('a student process', () => {
  it('takes along what it started', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 1, 1e6)']);
      console.error(child.pid);
      for (;;);`;
    const student = startStudentProcess(planOf(script), DEFAULT_LIMITS);
    const reply = await student.request({ ...start, milliseconds: 1_000 });
    expect(reply).toEqual({ state: 'timeout', limitMilliseconds: 1_000 });
    const child = Number(student.printed.take());
    expect(child).toBeGreaterThan(0);
    await until(() => !isAlive(child) && !isAlive(student.pid));
  });

  it('that cannot be started says why', async () => {
    const student = startStudentProcess({ ...planOf(''), command: '/nowhere/node' }, DEFAULT_LIMITS);
    expect(await student.request({ ...start, milliseconds: 5_000 })).toEqual({
      state: 'exited',
      code: null,
      signal: 'spawn /nowhere/node ENOENT',
    });
    await student.close();
  });

  it.each([
    [139, 'your program ended itself (exit code 139) in f'],
    [134, 'out of memory (512 MB) in f'],
  ])('that ends with exit code %i', async (code, sentence) => {
    const pool = createProcessPool({ backend: 'cpu' });
    const submission = await openSubmission({
      files: { 'exercise.ts': `export const f = () => process.exit(${code});` },
      pool,
    });
    expect(await submission.attempt('f')).toMatchObject({ sentence });
    await submission.close();
  });
});

describe('the end of this program', () => {
  /** Starts a program that starts a student process in an endless loop. */
  async function startProgram(ending: string): Promise<{ program: ChildProcess; student: number }> {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { startStudentProcess } from './student-process.ts';
          import { DEFAULT_LIMITS } from './limits.ts';
          const student = startStudentProcess(${JSON.stringify(planOf('for (;;);'))}, DEFAULT_LIMITS);
          console.log(student.pid);
          void student.request({ ...${JSON.stringify(start)}, milliseconds: 60_000 });
          ${ending}`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    });
    const path = join(mkdtempSync(join(tmpdir(), 'descent-host-')), 'host.cjs');
    writeFileSync(path, outputFiles[0]!.contents);
    const program = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    program.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    await until(() => said.includes('\n'));
    return { program, student: Number(said) };
  }

  it('ends its student processes when it exits', async () => {
    const { student } = await startProgram('setTimeout(() => process.exit(), 200);');
    await until(() => !isAlive(student));
  });

  it.runIf(onPosix)('ends them also when it is killed', async () => {
    const { program, student } = await startProgram('');
    // The guard comes when a call takes long.
    await sleep(1_000);
    expect(isAlive(student)).toBe(true);
    program.kill('SIGKILL');
    await until(() => !isAlive(student));
  });
});

describe('a pool', () => {
  it('has a process waiting, which ends with the pool', async () => {
    const pool = createProcessPool({ backend: 'cpu', ahead: 1 });
    const first = await pool.take();
    const second = await pool.take();
    expect(first.pid).not.toBe(second.pid);
    await pool.close();
    await Promise.all([first.close(), second.close()]);
    expect([first, second].map(({ pid }) => isAlive(pid))).toEqual([false, false]);
  });

  it('says what a process said that does not start', async () => {
    const pool = createProcessPool({ launch: () => planOf('console.error("no memory"); process.exit(7)') });
    await expect(pool.take()).rejects.toThrow(
      new Error('The process for submissions does not start (exited): no memory\n'),
    );
  });

  it('makes a code cache, and makes it again when V8 refuses it', async () => {
    // A memory limit that no other test uses: the cache depends on it.
    const limits = { ...DEFAULT_LIMITS, memoryMegabytes: 301 };
    const runtime = findRuntime(nodeArguments(limits));
    const cache = join(runtime.folder, runtime.codeCache);
    writeFileSync(cache, 'no cache');
    const pool = createProcessPool({ backend: 'cpu', limits });
    await (await pool.take()).close();
    await until(() => (statSync(cache, { throwIfNoEntry: false })?.size ?? 0) > 100_000);
    // A second process accepts it: else it would be made again.
    const { mtimeMs } = statSync(cache);
    await (await pool.take()).close();
    expect(statSync(cache).mtimeMs).toBe(mtimeMs);
  });
});

describe('the level "unprotected"', () => {
  it('hands over nothing of the environment', () => {
    const runtime = findRuntime(nodeArguments(DEFAULT_LIMITS));
    const { environment, arguments: given } = unprotected(runtime, DEFAULT_LIMITS);
    const { SystemRoot: _, ...rest } = environment;
    expect(rest).toEqual({ TZ: 'UTC', LANG: 'C.UTF-8' });
    expect(given.slice(0, 2)).toEqual(['--max-old-space-size=512', '--no-warnings']);
  });
});
