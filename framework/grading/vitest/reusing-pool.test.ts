import { afterAll, expect, it } from 'vitest';
import { openSubmission } from '../submission/host.ts';
import { createProcessPool } from '../submission/process-pool.ts';
import { reusingPool } from './reusing-pool.ts';

const inner = createProcessPool({ backend: 'cpu', limits: { loadMilliseconds: 20_000 } });
const pids: number[] = [];
const pool = reusingPool({
  ...inner,
  async take() {
    const student = await inner.take();
    pids.push(student.pid);
    return student;
  },
});
afterAll(async () => {
  await pool.close();
  await inner.close();
});

const COUNT = 'let calls = 0;\nexport const f = () => ++calls;';

async function ask(source: string, calls = 1): Promise<unknown> {
  const submission = await openSubmission({ files: { 'exercise.ts': source }, pool });
  const outcomes = [];
  for (let call = 0; call < calls; call++) outcomes.push(await submission.attempt('f', []));
  await submission.close();
  await submission.close();
  const last = outcomes.at(-1)!;
  return last.state === 'ok' ? last.value : last.state;
}

it('one process serves one submission after the other, each with its own files', async () => {
  const before = pids.length;
  expect(await ask(COUNT, 2)).toBe(2);
  expect(await ask(COUNT)).toBe(1);
  expect(await ask('this is no program')).not.toBe(1);
  expect(await ask(COUNT)).toBe(1);
  expect(pids.length - before).toBe(1);
});

it('a process that is killed is replaced', async () => {
  const before = pids.length;
  const submission = await openSubmission({
    files: { 'exercise.ts': 'export const f = () => { for (;;); };' },
    pool,
    callMilliseconds: () => 200,
  });
  expect((await submission.attempt('f', [])).state).toBe('timeout');
  await submission.close();
  expect(await ask(COUNT)).toBe(1);
  expect(pids.length - before).toBe(1);
});

it('what is left in globals stays until the process is renewed', async () => {
  const LEAVE = "Object.assign(Array.prototype, { left: 'here' });\nexport const f = () => 1;";
  const LOOK = 'export const f = () => String((([] as unknown) as { left?: string }).left);';
  await ask(LEAVE);
  expect(await ask(LOOK)).toBe('here');
  await pool.renew();
  expect(await ask(LOOK)).toBe('undefined');
});
