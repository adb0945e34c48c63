// Descent: `node descent-peer.mjs BUNDLE MODE STEP`. Measures within a training run as experiments have it, from one
// batch to the next: gathering it, forward, backward, update, reading the loss.
import { pathToFileURL } from 'node:url';
import { BATCH_SIZE, LEARNING_RATE, makeRows, NETS } from './nets.mjs';
import { serve } from './serve.mjs';

const [bundle, mode, step] = process.argv.slice(2);
const descent = await import(pathToFileURL(bundle).href);
const registry = descent.createRegistry([...descent.modelComponents, ...descent.trainingComponents]);
const built = (kind, spec, context) =>
  registry.build(kind, descent.fillDefaults(registry, kind, spec), context);

const prepared = await descent.prepareBackend('wasm', { mode });
if (prepared.mode !== mode) throw new Error(prepared.shortfall);

await serve(`Descent, Node.js ${process.version}`, async (name, steps, now) => {
  const net = NETS[name];
  const { features, labels } = makeRows(net, (steps + 1) * BATCH_SIZE);
  const stream = descent.createStream(1);
  const layers = net.layers.map((layer) => descent.fillDefaults(registry, 'layer', layer));
  const model = descent.buildModel(layers, {
    inputShape: net.inputShape,
    registry,
    stream: stream.derive('model'),
  });
  const part = (part, rows) => ({
    name: part,
    rows,
    sourceRows: Int32Array.from({ length: rows }, (_, row) => row),
    features: features.subarray(0, rows * (features.length / labels.length)),
    targets: labels.subarray(0, rows),
  });
  const times = [];
  const { reason, status } = await descent.train({
    model,
    data: {
      parts: {
        train: part('train', labels.length),
        validation: part('validation', 0),
        test: part('test', 0),
      },
      inputShape: net.inputShape,
      featureNames: ['x'],
      target: {
        kind: 'classes',
        name: 'y',
        classes: Array.from({ length: net.classes }, (_, index) => `${index}`),
      },
      invertTarget: (values) => values,
      droppedRows: 0,
      quality: [],
      files: [],
      transformState: null,
    },
    loss: built('loss', 'sparseCategoricalCrossentropy'),
    optimizer: built('optimizer', { type: 'adam', learningRate: LEARNING_RATE }, { registry }),
    callbacks: [],
    metrics: [],
    epochs: 1,
    batchSize: BATCH_SIZE,
    shuffle: true,
    step,
    stream: stream.derive('training'),
    clock: descent.systemClock,
    onEvent({ type }) {
      if (type === 'batch') times.push(now());
    },
  });
  model.dispose();
  if (status !== 'completed') throw new Error(reason);
  return (times.at(-1) - times[0]) / (times.length - 1);
});
