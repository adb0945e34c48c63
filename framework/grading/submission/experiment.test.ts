import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../data/load-dataset.ts';
import { LevelUnavailable } from '../isolation/level.ts';
import { measureLevel } from '../isolation/require-level.ts';
import { experimentRunner, type ExperimentRun } from '../check/experiment.ts';
import { findRuntime } from './code-cache.ts';
import { openSubmission } from './host.ts';
import { nodeArguments } from './launch.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { clouds, codes, experiment, rows, unlabelled } from './test-experiment.ts';
import { testSubmissions } from './test-submissions.ts';

const submissions = testSubmissions({ limits: { callMilliseconds: 60_000 } });

/** Runs a text, on a process of its own. */
async function run(text: string): Promise<ExperimentRun> {
  const submission = await submissions.open({ 'experiment.yaml': text });
  return experimentRunner(submission)({ data: { clouds } });
}

describe('an experiment of a student', () => {
  it('is run, and predicts rows whose labels stay here', async () => {
    const { predict, predictUntrained, history, spec, written, ...claims } = await run(experiment());
    expect(claims).toEqual({
      task: 'classification',
      outputs: ['near', 'far'],
      status: 'completed',
      reason: 'All 5 epochs are done.',
    });
    expect(Object.keys(history)).toEqual([
      'train.loss',
      'train.accuracy',
      'validation.loss',
      'validation.accuracy',
    ]);
    expect(history['validation.loss']).toHaveLength(6);
    expect(written).toMatchObject({ seed: 3, model: { layers: [{ units: 4 }, { units: 2 }] } });
    expect(spec).toMatchObject({ training: { shuffle: true }, data: { missing: 'error' } });

    const { shape, data } = await predict(unlabelled);
    expect(shape).toEqual([rows, 2]);
    const right = codes.filter((code, row) => data[2 * row + code]! > 0.5).length;
    expect(right / rows).toBeGreaterThan(0.95);
    const before = await predictUntrained(unlabelled);
    expect(before.data).not.toEqual(data);
  });

  it('trains with our own kernels', async () => {
    const submission = await submissions.open({ 'experiment.yaml': experiment() });
    const one = experimentRunner(submission);
    const [asItIs, fused] = [
      await one({ data: { clouds } }),
      // Refused where the kernels are not there.
      await one({ overrides: ['training.step=fused'], data: { clouds } }),
    ];
    expect(fused.history).toEqual(asItIs.history);
  });

  it('gives the same bits as "descent run"', async () => {
    const text = experiment(
      ['dataset: clouds', 'dataset: penguins'],
      ['target: kind', 'target: species\n  features: [bill_length_mm, body_mass_g]\n  missing: drop'],
      ['units: 2', 'units: 3'],
    );
    const folder = mkdtempSync(join(tmpdir(), 'descent-bits-'));
    const file = join(folder, 'experiment.yaml');
    writeFileSync(file, text);
    const main = fileURLToPath(new URL('../../bin/descent.js', import.meta.url));
    const ended = spawnSync(process.execPath, [main, 'run', file, '--out', folder, '--json'], {
      encoding: 'utf8',
    });
    expect(ended.stderr).toBe('');
    const command = JSON.parse(ended.stdout) as { parts: { validation: { loss: number } } };

    const submission = await openSubmission({
      files: { 'experiment.yaml': text },
      backend: 'wasm',
      limits: { callMilliseconds: 60_000 },
    });
    const { parts } = await loadDataset('penguins');
    const { history } = await experimentRunner(submission)({ data: { penguins: parts[0]!.table } });
    expect(history['validation.loss']!.at(-1)).toBe(command.parts.validation.loss);
    await submission.close();
  });

  it('gives the same with the same seed, in another process', async () => {
    const [one, again, other] = await Promise.all(
      [experiment(), experiment(), experiment(['seed: 3', 'seed: 4'])].map(async (text) => {
        const { predict, history } = await run(text);
        return { predicted: (await predict(unlabelled)).data, history };
      }),
    );
    expect(again).toEqual(one);
    expect(other!.predicted).not.toEqual(one!.predicted);
  });

  it('predicts numbers in their own unit', async () => {
    const text = experiment(
      ['target: kind', 'target: y\n  features: [x]\n  targetTransforms: [standardize]'],
      ['units: 2, activation: softmax', 'units: 1'],
      ['categoricalCrossentropy', 'meanSquaredError'],
      ['metrics: [accuracy]', 'metrics: []'],
    );
    const { task, outputs, predict } = await run(text);
    expect({ task, outputs }).toEqual({ task: 'regression', outputs: ['y'] });
    const { shape, data } = await predict(unlabelled);
    expect(shape).toEqual([rows, 1]);
    expect(Math.max(...data)).toBeGreaterThan(50);
  });

  it('is one of several files, beside code', async () => {
    const submission = await submissions.open(
      { 'exercise.ts': 'export const f = () => 1;', 'a.yaml': experiment(), 'b.yaml': experiment() },
      { entry: 'exercise.ts' },
    );
    const one = experimentRunner(submission);
    expect(await submission.call('f')).toBe(1);
    expect((await one({ file: 'b.yaml', data: { clouds: await submission.upload('clouds', clouds) } })).status).toBe('completed'); // prettier-ignore
    await expect(one({ file: 'c.yaml', data: {} })).rejects.toThrow(
      'c.yaml is missing; there is exercise.ts, a.yaml, b.yaml',
    );
  });

  it('is run with changes, as on the command line or from a submitted file', async () => {
    const study = 'runs:\n  long: { training.epochs: 7 }\n  wrong: { training.epoch: 7 }\n';
    const submission = await submissions.open({ 'experiment.yaml': experiment(), 'study.yaml': study });
    const one = experimentRunner(submission);
    const runOf = (path: readonly string[], file = 'study.yaml') =>
      one({ overrides: [{ file, path }], data: { clouds } });
    const long = await runOf(['runs', 'long']);
    expect(long.history['train.loss']).toHaveLength(8);
    expect(long.written).toMatchObject({ training: { epochs: 7 } });
    const shorter = await one({
      overrides: [{ file: 'study.yaml', path: ['runs', 'long'] }, 'training.epochs=1'],
      data: { clouds },
    });
    expect(shorter.history['train.loss']).toEqual(long.history['train.loss']!.slice(0, 2));
    const same = await one({ overrides: ['training.epochs=7'], data: { clouds } });
    expect(same.history).toEqual(long.history);
    await expect(runOf(['runs', 'wrong'])).rejects
      .toThrow(`experiment.yaml with runs.wrong of study.yaml cannot be run:

study.yaml:3:21  unknown key "epoch" in training. Did you mean "epochs"?

  3 |   wrong: { training.epoch: 7 }
    |                     ^^^^^`);
    await expect(runOf(['runs'], 'studies.yaml')).rejects.toThrow(
      'studies.yaml is missing; there is experiment.yaml, study.yaml',
    );
    await expect(one({ overrides: ['use=[./steal.ts]'], data: { clouds } })).rejects.toThrow(
      'command line:1:1  this exercise takes no components of your own',
    );
  });

  it('says that training failed, and predicts with the last weights that were numbers', async () => {
    const text = experiment(
      ['target: kind', 'target: y\n  features: [x]'],
      ['units: 2, activation: softmax', 'units: 1'],
      ['type: adam, learningRate: 0.05', 'type: sgd, learningRate: 1.0e+30'],
      ['categoricalCrossentropy', 'meanSquaredError'],
      ['metrics: [accuracy]', 'metrics: []'],
    );
    const { status, reason, predict } = await run(text);
    expect({ status, reason }).toEqual({
      status: 'failed',
      reason:
        'The training loss became Infinity at step 2, in epoch 1: lower the learning rate, clip the gradients or scale the features.',
    });
    expect((await predict(unlabelled)).data.every(Number.isFinite)).toBe(true);
  });

  it('leaves no file behind', async () => {
    const { folder } = findRuntime(nodeArguments(DEFAULT_LIMITS));
    const list = () => readdirSync(folder).filter((name) => !name.endsWith('.cache'));
    const before = list();
    await run(experiment());
    expect(list()).toEqual(before);
    expect(existsSync(`${dirname(folder)}/runs`)).toBe(false);
  });

  it.each(['bwrap', 'limited'] as const)(
    'runs at the level %s, which sees its own folder only',
    async (level) => {
      const isolation = await measureLevel(level).catch((error: unknown) => {
        if (error instanceof LevelUnavailable) return undefined;
        throw error;
      });
      if (isolation === undefined) return;
      const { launch } = isolation;
      const submission = await openSubmission({
        files: { 'experiment.yaml': experiment() },
        launch,
        limits: { callMilliseconds: 60_000 },
      });
      const { predict } = await experimentRunner(submission)({ data: { clouds } });
      expect((await predict(unlabelled)).shape).toEqual([rows, 2]);
      await submission.close();
    },
  );
});
