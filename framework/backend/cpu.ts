import * as tf from '#tensorflow';
import type { BackendLoader } from './loader.ts';

/** Plain JavaScript: part of TensorFlow.js as Descent bundles it, always there. */
export const cpu: BackendLoader = {
  tensorflowName: 'cpu',
  load: () => Promise.resolve({ versions: { '@tensorflow/tfjs-backend-cpu': tf.version_core } }),
  describe: () => Promise.resolve('plain JavaScript, for comparisons'),
  fix: 'Install Descent again with: npm install',
};
