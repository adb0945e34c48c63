/**
 * TensorFlow.js as Descent uses it: core with every gradient and chained operation, layers, and the two
 * backends that come from npm. `build.mjs` makes one module of it, and the import `#tensorflow` is the only
 * way by which the framework reaches TensorFlow.js, so a process holds one copy.
 */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
