import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../training/event.ts';
import { builtInRegistry } from './components.ts';
import { runExperiment, type RunOptions, type RunOutcome } from './run.ts';
import { readEvents, RUN_FILES } from './run-folder.ts';
import { judgeShuffledLabels } from './shuffled-labels.ts';
import { loadExperiment } from './spec/load-experiment.ts';

const PENGUINS = fileURLToPath(new URL('../../experiments/penguins-species.yaml', import.meta.url));

let out: string;
let now = 0;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'descent-runs-'));
});

/** Runs the penguin experiment with a clock of its own: every look at it is a second later, so that every epoch is checkpointed. */
async function run(overrides: string[] = [], options: Partial<RunOptions> = {}): Promise<RunOutcome> {
  const experiment = await loadExperiment(PENGUINS, { registry: builtInRegistry, overrides });
  return runExperiment(experiment, {
    out,
    trial: null,
    fresh: false,
    command: ['descent', 'run'],
    clock: { milliseconds: () => (now += 1001), time: () => '2026-01-01T00:00:00.000Z' },
    signal: new AbortController().signal,
    onStart: () => undefined,
    onEvent: () => undefined,
    ...options,
  });
}

const weightsOf = (folder: string) =>
  readFileSync(join(folder, RUN_FILES.model, 'weights.bin')).toString('hex');
const epochsOf = (folder: string) =>
  readEvents(folder).flatMap((event) => (event.type === 'epoch' ? [event.values] : []));

describe('a run', () => {
  it('writes every file of a run folder, under its final name', async () => {
    const { folder, result } = await run(['training.epochs=3']);
    expect(folder).toMatch(/penguins-species-[0-9a-f]{8}$/);
    for (const file of Object.values(RUN_FILES)) {
      if (file !== RUN_FILES.report) expect(existsSync(join(folder, file)), file).toBe(true);
    }
    expect(result.epochs).toBe(3);
    expect(Object.keys(result.parts)).toEqual(['train', 'validation', 'test']);
    expect(result.baselines.map(({ type }) => type)).toEqual(['majority', 'logistic']);
    const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
    expect(read(RUN_FILES.metrics)).toEqual(result);
    expect(read(RUN_FILES.provenance)).toMatchObject({
      seed: 7,
      node: process.version,
      backend: { name: 'wasm' },
      command: ['descent', 'run'],
      started: '2026-01-01T00:00:00.000Z',
    });
  });

  it('gives every number equal to the last bit for the same seed, and others for another', async () => {
    const first = await run(['training.epochs=4']);
    const firstWeights = weightsOf(first.folder);
    const firstEpochs = epochsOf(first.folder);
    const second = await run(['training.epochs=4']);
    expect(second.folder).toBe(first.folder);
    expect(weightsOf(second.folder)).toBe(firstWeights);
    expect(epochsOf(second.folder)).toEqual(firstEpochs);
    expect(second.result.parts).toEqual(first.result.parts);
    expect(second.result.baselines).toEqual(first.result.baselines);

    const other = await run(['training.epochs=4', 'seed=8']);
    expect(other.folder).not.toBe(first.folder);
    expect(weightsOf(other.folder)).not.toBe(firstWeights);
  });

  it('goes on after an interruption and ends with the bits of a run that never stopped', async () => {
    const whole = await run(['training.epochs=6']);
    const wholeWeights = weightsOf(whole.folder);
    const wholeEpochs = epochsOf(whole.folder);

    const controller = new AbortController();
    const interrupted = await run(['training.epochs=6'], {
      fresh: true,
      signal: controller.signal,
      onEvent: (event: TrainingEvent) => {
        if (event.type === 'epoch' && event.epoch === 3) controller.abort();
      },
    });
    expect(interrupted.result.status).toBe('interrupted');
    expect(interrupted.folder).toBe(`${whole.folder}.partial`);
    expect(existsSync(join(interrupted.folder, RUN_FILES.metrics))).toBe(true);

    let resumedEpochs = -1;
    const resumed = await run(['training.epochs=6'], {
      onStart: (start) => {
        ({ resumedEpochs } = start);
      },
    });
    expect(resumedEpochs).toBe(3);
    expect(resumed.folder).toBe(whole.folder);
    expect(existsSync(interrupted.folder)).toBe(false);
    expect(weightsOf(resumed.folder)).toBe(wholeWeights);
    expect(epochsOf(resumed.folder)).toEqual(wholeEpochs);
    expect(resumed.result.parts).toEqual(whole.result.parts);
  });

  it('goes on after a crash in the middle of an epoch, too', async () => {
    const whole = await run(['training.epochs=5']);
    const wholeWeights = weightsOf(whole.folder);
    const crash = run(['training.epochs=5'], {
      onEvent: (event) => {
        if (event.type === 'epoch' && event.epoch === 4) throw new Error('power cut');
      },
    });
    await expect(crash).rejects.toThrow('power cut');
    const resumed = await run(['training.epochs=5']);
    expect(weightsOf(resumed.folder)).toBe(wholeWeights);
    expect(epochsOf(resumed.folder).length).toBe(5);
  });

  it('writes the files that callbacks ask for, whole also after an interruption', async () => {
    const callbacks = 'training.callbacks=[historyCsv]';
    const controller = new AbortController();
    const interrupted = await run([callbacks, 'training.epochs=4'], {
      signal: controller.signal,
      onEvent: (event: TrainingEvent) => {
        if (event.type === 'epoch' && event.epoch === 2) controller.abort();
      },
    });
    const epochs = (folder: string) =>
      readFileSync(join(folder, 'history.csv'), 'utf8')
        .split('\n')
        .map((line) => line.split(',')[0]);
    expect(epochs(interrupted.folder)).toEqual(['epoch', '0', '1', '2', '']);
    const { folder } = await run([callbacks, 'training.epochs=4']);
    expect(epochs(folder)).toEqual(['epoch', '0', '1', '2', '3', '4', '']);
  });

  it('with shuffled labels is marked as a control, and is no better than chance', async () => {
    const { folder, result } = await run([], { trial: { kind: 'shuffleLabels' } });
    expect(folder).toMatch(/penguins-species-shuffled-labels-[0-9a-f]{8}$/);
    expect(result).toMatchObject({ trial: { kind: 'shuffleLabels' }, targets: [] });
    const provenance = JSON.parse(readFileSync(join(folder, RUN_FILES.provenance), 'utf8')) as unknown;
    expect(provenance).toMatchObject({ trial: { kind: 'shuffleLabels' } });
    expect(judgeShuffledLabels(result)).toMatchObject({ passed: true });

    const honest = await run();
    expect(honest.folder).not.toBe(folder);
    expect(judgeShuffledLabels(honest.result)).toMatchObject({ passed: false });
  });

  it('can be tried on a few batches or overfitted to a few rows', async () => {
    const fast = await run([], { trial: { kind: 'fast' } });
    expect(fast.folder).toMatch(/penguins-species-fast-[0-9a-f]{8}$/);
    expect(fast.result).toMatchObject({ epochs: 1, targets: [], parts: { train: { rows: 32 } } });

    const overfit = await run(['model.layers.1.rate=0', 'training.callbacks=[]'], {
      trial: { kind: 'overfit', rows: 8 },
    });
    expect(overfit.result.parts).toMatchObject({
      train: { rows: 8 },
      validation: { rows: 8 },
      test: { rows: 8 },
    });
    expect(overfit.result.parts.train!.loss).toBeLessThan(0.02);
  });
});
