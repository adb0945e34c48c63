// TensorFlow.js as it comes, with its own training loop: `node tfjs-peer.mjs wasm|cpu`.
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { BATCH_SIZE, LEARNING_RATE, makeRows, NETS } from './nets.mjs';
import { serve } from './serve.mjs';

const [backend] = process.argv.slice(2);
const require = createRequire(new URL('../../framework/package.json', import.meta.url));
const tf = { ...require('@tensorflow/tfjs-core'), ...require('@tensorflow/tfjs-layers') };
require('@tensorflow/tfjs-backend-cpu');
const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm');
setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
tf.enableProdMode();
await tf.setBackend(backend);

await serve(`TensorFlow.js ${tf.version_core}, ${backend}`, async (name, steps, now) => {
  const net = NETS[name];
  const { features, labels } = makeRows(net, steps * BATCH_SIZE);
  const model = tf.sequential();
  net.layers.forEach(({ type, ...options }, index) => {
    model.add(tf.layers[type]({ ...options, ...(index === 0 && { inputShape: net.inputShape }) }));
  });
  model.compile({ optimizer: tf.train.adam(LEARNING_RATE), loss: 'categoricalCrossentropy' });
  const x = tf.tensor(features, [labels.length, ...net.inputShape]);
  const y = tf.oneHot(tf.tensor1d(labels, 'int32'), net.classes);
  try {
    const began = now();
    await model.fit(x, y, { batchSize: BATCH_SIZE, epochs: 1, verbose: 0, yieldEvery: 'never' });
    return (now() - began) / steps;
  } finally {
    tf.dispose([x, y]);
    model.dispose();
  }
});
