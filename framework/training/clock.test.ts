import { expect, it } from 'vitest';
import { createPause } from './clock.ts';

it('a pause lets other things run only after a while', async () => {
  let now = 0;
  const pause = createPause({ milliseconds: () => now, time: () => '' });
  let others = 0;
  setImmediate(() => others++);
  await pause();
  expect(others).toBe(0);
  now = 25;
  await pause();
  expect(others).toBe(1);
  setImmediate(() => others++);
  await pause();
  expect(others).toBe(1);
});
