import process from 'node:process';
import { afterAll } from 'vitest';
import { openSubmission, type Submission, type SubmissionOptions } from './host.ts';
import type { Outcome } from './outcome.ts';
import { createProcessPool, type ProcessOptions, type ProcessPool } from './process-pool.ts';

/** For the tests of this folder: submissions from one pool, and at the end proof that no process is left. */
export interface TestSubmissions {
  readonly pool: ProcessPool;
  /** The processes that were taken so far. */
  readonly pids: readonly number[];
  /** Opens a submission of one file, or of several. */
  open(
    source: string | Readonly<Record<string, string>>,
    options?: Partial<SubmissionOptions>,
  ): Promise<Submission>;
  /** Opens, calls the function `f` (or another), closes. */
  outcome(
    source: string,
    values?: readonly unknown[],
    options?: Parameters<Submission['attempt']>[2],
  ): Promise<Outcome>;
  /** The sentence of {@link TestSubmissions.outcome}; `ok` when there is a value. */
  sentence(
    source: string,
    values?: readonly unknown[],
    options?: Parameters<Submission['attempt']>[2],
  ): Promise<string>;
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** A pool that notes which processes are taken from it. */
export function recordPids(inner: ProcessPool): { readonly pool: ProcessPool; readonly pids: number[] } {
  const pids: number[] = [];
  const take = async () => {
    const student = await inner.take();
    pids.push(student.pid);
    return student;
  };
  return { pool: { ...inner, take }, pids };
}

/** A pool for a test file, closed after its last test. */
export function testSubmissions(options: ProcessOptions = {}): TestSubmissions {
  const inner = createProcessPool({ ahead: 1, backend: 'cpu', ...options });
  const { pool, pids } = recordPids(inner);
  const opened: Submission[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((submission) => submission.close()));
    await inner.close();
    const left = pids.filter(isAlive);
    if (left.length > 0) throw new Error(`processes left behind: ${left.join(', ')}`);
  });

  const open: TestSubmissions['open'] = async (source, more = {}) => {
    const files = typeof source === 'string' ? { 'exercise.ts': source } : source;
    const submission = await openSubmission({ files, pool, ...more });
    opened.push(submission);
    return submission;
  };
  const outcome: TestSubmissions['outcome'] = async (source, values, callOptions) => {
    const submission = await open(source);
    const result = await submission.attempt('f', values, callOptions);
    await submission.close();
    return result;
  };
  const sentence: TestSubmissions['sentence'] = async (...parameters) => {
    const result = await outcome(...parameters);
    return result.state === 'ok' ? 'ok' : result.sentence;
  };
  return { pool, pids, open, outcome, sentence };
}
