import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareBackend } from '../../backend/select.ts';
import { LayerProblem } from '../../model/wiring.ts';
import { difference } from './fixtures/difference.ts';
import { randomTrainings } from './fixtures/random-training.ts';
import { trainedBy, type SmallTraining, type Written } from './fixtures/training-way.ts';

/** How far the fused step is from the tape on a backend. */
async function distance(training: SmallTraining, backend: 'wasm' | 'cpu' = 'wasm'): Promise<number> {
  await prepareBackend(backend);
  const tape = await trainedBy(training, 'tape');
  await prepareBackend('wasm');
  return difference(tape, await trainedBy(training, 'fused'));
}

const PLAIN: SmallTraining = {
  inputShape: [5],
  layers: [
    { type: 'dense', units: 4, activation: 'tanh' },
    { type: 'dense', units: 3 },
  ],
  loss: { type: 'meanSquaredError' },
  optimizer: { type: 'sgd', learningRate: 0.05 },
  batches: [6, 6, 6, 4, 6],
  seed: 3,
};

describe('the fused step gives the numbers of the tape', () => {
  it.each(['wasm', 'cpu'] as const)('of the backend %s, for random small models', async (backend) => {
    await fc.assert(
      fc.asyncProperty(randomTrainings, async (training) => {
        expect(await distance(training, backend).catch(skipWhatDoesNotFit)).toBeLessThan(2e-4);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it.each<Written>([
    { type: 'sgd' },
    { type: 'momentum' },
    { type: 'momentum', nesterov: true },
    { type: 'rmsprop' },
    { type: 'rmsprop', centered: true },
    { type: 'rmsprop', momentum: 0.5 },
    { type: 'rmsprop', momentum: 0.5, centered: true },
    { type: 'adam' },
    { type: 'adamw', weightDecay: 0.1, weightDecayExclude: [] },
    { type: 'adagrad' },
    { type: 'adadelta' },
    { type: 'adamax' },
    { type: 'nadam' },
    { type: 'ftrl', l1: 0.1, l2: 0.1 },
  ])('for the optimizer %o', async (optimizer) => {
    expect(await distance({ ...PLAIN, optimizer: { learningRate: 0.01, ...optimizer } })).toBeLessThan(1e-5);
  });

  const probabilities = [{ type: 'dense', units: 3, activation: 'softmax' }];
  it.each<[Written, Written[]]>([
    [{ type: 'categoricalCrossentropy' }, probabilities],
    [{ type: 'sparseCategoricalCrossentropy' }, probabilities],
    [{ type: 'categoricalCrossentropy', from: 'logits' }, [{ type: 'dense', units: 3 }]],
    [{ type: 'sparseCategoricalCrossentropy', from: 'logits' }, [{ type: 'dense', units: 3 }]],
    [{ type: 'binaryCrossentropy' }, [{ type: 'dense', units: 1, activation: 'sigmoid' }]],
    [{ type: 'binaryCrossentropy', from: 'logits' }, [{ type: 'dense', units: 1 }]],
    [{ type: 'meanSquaredError' }, [{ type: 'dense', units: 3 }]],
    [{ type: 'meanAbsoluteError' }, [{ type: 'dense', units: 3 }]],
    [{ type: 'huber', delta: 0.2 }, [{ type: 'dense', units: 3 }]],
  ])('for the loss %o, also where scores are huge', async (loss, layers) => {
    for (const scale of [1, 1e3]) {
      const kernelInitializer = { type: 'constant', value: scale };
      const scaled = layers.map((layer) => (scale === 1 ? layer : { ...layer, kernelInitializer }));
      for (const reduction of ['mean', 'sum']) {
        const training = { ...PLAIN, layers: scaled, loss: { ...loss, reduction }, weighted: true };
        expect(await distance(training)).toBeLessThan(1e-5);
      }
    }
  });

  it('to the same bits for what is drawn: masks of dropout', async () => {
    const layers = [
      { type: 'dropout', rate: 0.4 },
      { type: 'dense', units: 1 },
    ];
    expect(await distance({ ...PLAIN, layers, batches: [1], optimizer: { type: 'sgd', learningRate: 1 } })).toBe(0); // prettier-ignore
  });

  it('where a penalty meets a weight that is zero, and step lets no gradient through', async () => {
    const penalty = { type: 'l1l2', l1: 0.1, l2: 0.1 };
    const layers = [
      { type: 'dense', units: 4, activation: 'step', kernelRegularizer: penalty, biasRegularizer: penalty },
      { type: 'dense', units: 3, activityRegularizer: penalty },
    ];
    expect(await distance({ ...PLAIN, layers, optimizer: { type: 'sgd', learningRate: 0.1 } })).toBeLessThan(1e-6); // prettier-ignore
  });

  it.each([
    ['meanSquaredError', 'relu'],
    ['huber', 'tanh'],
    ['binaryCrossentropy', 'sigmoid'],
    ['categoricalCrossentropy', 'softmax'],
  ])('where a feature is not a number, the loss %s after %s is none', async (type, activation) => {
    const units = type === 'binaryCrossentropy' ? 1 : 3;
    const training = {
      ...PLAIN,
      layers: [{ type: 'dense', units, activation }],
      loss: { type },
      spoiled: true,
    };
    await prepareBackend('wasm');
    const { losses } = await trainedBy(training, 'fused');
    expect(losses).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect((await trainedBy(training, 'tape')).losses).toEqual(losses);
  });

  it('where weights grow beyond all numbers', async () => {
    const training = { ...PLAIN, optimizer: { type: 'sgd', learningRate: 1e30 } };
    await prepareBackend('wasm');
    const finite = ({ losses }: { losses: number[] }) => losses.map(Number.isFinite);
    const fused = finite(await trainedBy(training, 'fused'));
    expect(fused).toEqual(finite(await trainedBy(training, 'tape')));
    expect(fused).toContain(false);
  });
});

/** A window that is larger than what it gets. */
function skipWhatDoesNotFit(error: unknown): never {
  fc.pre(!(error instanceof LayerProblem));
  throw error;
}
