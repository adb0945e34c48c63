// How long a student waits for the process boundary: medians, in milliseconds.
//   npm run build && node benchmarks/grading/start-up.mjs
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// The framework is TypeScript, and within its dist it finds the runtime of student processes.
const bundle = new URL('../../framework/dist/benchmark-grading.js', import.meta.url);
const sources = fileURLToPath(new URL('../../framework/grading/submission/', import.meta.url));
await build({
  stdin: {
    contents: [
      ...['code-cache', 'codec/tensor-value', 'host', 'launch', 'limits', 'process-pool'],
      '../isolation/require-level',
    ]
      .map((name) => `export * from './${name}.ts';`)
      .join('\n'),
    resolveDir: sources,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: fileURLToPath(bundle),
  logLevel: 'warning',
});
const {
  findRuntime,
  tensorValue,
  openSubmission,
  nodeArguments,
  unprotected,
  DEFAULT_LIMITS,
  createProcessPool,
  measureLevel,
} = await import(bundle);
await rm(bundle);

const RUNS = 20;
const limits = { ...DEFAULT_LIMITS, callMilliseconds: 20_000 };
const files = {
  'exercise.ts': `import { tf } from 'descent';
export const add = (a: number, b: number): number => a + b;
export const size = (x: tf.Tensor): number => x.size;
export const same = (x: tf.Tensor): tf.Tensor => x;
export function train(steps: number): number {
  const x = tf.randomNormal([256, 32]);
  const w = tf.variable(tf.zeros([32, 8]));
  const optimizer = tf.train.sgd(0.01);
  for (let step = 0; step < steps; step++) optimizer.minimize(() => tf.tidy(() => x.matMul(w).sub(1).square().mean()));
  const [value = 0] = w.dataSync();
  tf.dispose([x, w]);
  return value;
}
export const repeat = (f: (x: number) => number, times: number): void => { for (let i = 0; i < times; i++) f(i); };
`,
};

/** Runs an action several times. @returns the median of its durations in milliseconds */
async function median(runs, action) {
  const durations = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await action();
    durations.push(performance.now() - began);
  }
  return durations.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function report(what, milliseconds) {
  process.stdout.write(
    `${what.padEnd(58)} ${milliseconds.toFixed(milliseconds < 10 ? 2 : 0).padStart(6)} ms\n`,
  );
}

async function firstAnswer(options) {
  const submission = await openSubmission({ files, limits, ...options });
  await submission.call('add', [1, 2]);
  return submission;
}

const runtime = findRuntime(nodeArguments(limits));
const cache = join(runtime.folder, runtime.codeCache);
const withoutCache = { ...unprotected(runtime, limits) };
const noCache = {
  launch: () => ({ ...withoutCache, arguments: withoutCache.arguments.slice(0, -1) }),
};

for (const backend of ['wasm', 'cpu']) {
  const close = async (submission) => submission.close();
  // The first run has the cache made, in the background.
  await close(await firstAnswer({ backend }));
  while (!existsSync(cache)) await sleep(50);

  report(
    `${backend}: spawn to first answer, no code cache`,
    await median(RUNS, async () => close(await firstAnswer({ backend, ...noCache }))),
  );
  report(
    `${backend}: spawn to first answer, code cache`,
    await median(RUNS, async () => close(await firstAnswer({ backend }))),
  );

  const pool = createProcessPool({ backend, limits, ahead: 1 });
  const opened = [];
  for (let run = 0; run < RUNS; run++) {
    await sleep(400); // A student takes longer than that between two saves.
    const began = performance.now();
    const submission = await openSubmission({ files, pool });
    await submission.call('add', [1, 2]);
    opened.push(performance.now() - began);
    await submission.close();
  }
  report(`${backend}: first answer from a process that waited`, opened.sort((a, b) => a - b)[RUNS / 2]);
  await pool.close();
}

// What isolation costs: the same process, started by bubblewrap, by a container engine, under the permission model.
for (const level of ['unprotected', 'limited', 'bwrap', 'container']) {
  let isolation;
  try {
    isolation = await measureLevel(level);
  } catch (error) {
    if (error?.name !== 'LevelUnavailable') throw error;
    process.stdout.write(`${level}: not here: ${error.message}\n`);
    continue;
  }
  const { label, launch } = isolation;
  report(`${label}: self-test`, await median(5, () => measureLevel(level)));
  const start = async () => (await firstAnswer({ launch })).close();
  report(`${label}: spawn to first answer`, await median(RUNS, start));
  const isolated = await firstAnswer({ launch });
  report(`${label}: small call`, await median(500, () => isolated.call('add', [1, 2])));
  report(`${label}: training step`, (await median(5, () => isolated.call('train', [200]))) / 200);
  await isolated.close();
}

const submission = await firstAnswer({});
report('small call', await median(500, () => submission.call('add', [1, 2])));
const CALLS = 2_000;
report('callback', (await median(5, () => submission.call('repeat', [(x) => x, CALLS]))) / CALLS);
const large = tensorValue(new Float32Array((31 * 1024 * 1024) / 4));
report('31 MB of tensors in', await median(RUNS, () => submission.call('size', [large])));
report('31 MB of tensors in and back', await median(RUNS, () => submission.call('same', [large])));
await submission.close();
