import { afterAll, expect, it } from 'vitest';
import { createProcessPool } from '../submission/process-pool.ts';
import { stoppablePool } from './stoppable-pool.ts';

const processes = createProcessPool();
afterAll(() => processes.close());

it('kills what it has given when the signal comes, and gives no more', async () => {
  const controller = new AbortController();
  const pool = stoppablePool(processes, controller.signal);
  const student = await pool.take();
  const source = new TextEncoder().encode('for (;;);');
  const reply = student.request({
    operation: 'load',
    value: { files: { 'exercise.ts': source }, entry: 'exercise.ts' },
    milliseconds: 60_000,
  });
  controller.abort();
  expect(await reply).toEqual({ state: 'exited', code: null, signal: 'closed by the tests' });
  await expect(pool.take()).rejects.toThrow('This operation was aborted');
});

it('leaves the pool behind it as it is', async () => {
  const pool = stoppablePool(processes, new AbortController().signal);
  const student = await pool.take();
  await pool.close();
  expect(student.ending).toBeDefined();
  const other = await processes.take();
  expect(other.ending).toBeUndefined();
  await other.close();
});
