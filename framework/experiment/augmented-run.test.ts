import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { builtInRegistry } from './components.ts';
import { runExperiment } from './run.ts';
import { readEvents, RUN_FILES } from './run-folder.ts';
import { loadExperiment } from './spec/load-experiment.ts';
import type { Trial } from './trial.ts';

it('draws augmented images and balanced rows anew in every epoch, and the same after an interruption', async () => {
  const place = mkdtempSync(join(tmpdir(), 'descent-augmented-'));
  const file = join(place, 'digits.yaml');
  const text = stringify({
    name: 'digits',
    data: {
      source: { type: 'idx', dataset: 'mnist', part: 'test' },
      target: 'label',
      limit: 150,
      transforms: ['scaleImage', { type: 'augmentImage', shift: 0.1, noise: 0.05 }, 'balanceClasses'],
    },
    model: { layers: ['flatten', { type: 'dense', units: 10, activation: 'softmax' }] },
    training: { loss: 'categoricalCrossentropy', epochs: 3, shuffle: false },
  });
  writeFileSync(file, text);
  let now = 0;
  const run = async (out: string, stopAfter?: number, trial: Trial | null = null) => {
    const controller = new AbortController();
    const { folder } = await runExperiment(await loadExperiment(file, { registry: builtInRegistry }), {
      out: join(place, out),
      trial,
      fresh: false,
      command: ['descent', 'run'],
      // Every look at the clock is a second later, so that every epoch is checkpointed.
      clock: { milliseconds: () => (now += 1001), time: () => '2026-01-01T00:00:00.000Z' },
      signal: controller.signal,
      onStart: () => undefined,
      onEvent: (event) => {
        if (event.type === 'epoch' && event.epoch === stopAfter) controller.abort();
      },
    });
    return folder;
  };
  const whole = await run('whole');
  await run('broken', 1);
  const resumed = await run('broken');
  // A trial goes through its few rows only.
  const trial = await run('trial', undefined, { kind: 'overfit', rows: 20 });
  const trialStart = readEvents(trial).find((event) => event.type === 'start');
  expect(trialStart?.batchesPerEpoch).toBeLessThanOrEqual(Math.ceil((20 * 10) / 32));
  const weightsOf = (folder: string) => readFileSync(join(folder, RUN_FILES.model, 'weights.bin'));
  expect(weightsOf(resumed).equals(weightsOf(whole))).toBe(true);
  const start = readEvents(whole).find((event) => event.type === 'start');
  // 120 training rows of ten classes: more than ten batches of 12 rows when the classes are made equal.
  expect(start?.batchesPerEpoch).toBeGreaterThan(Math.ceil(120 / 32));
});
