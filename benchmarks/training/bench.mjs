// How long a training step takes, in Descent and in others: `npm run bench`, with `-- --out FILE` for the JSON,
// `-- --rounds N`, and `-- --clock processor` for a busy machine. All peers take turns, so that what else the machine
// does hits all of them; see ../README.md.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BATCH_SIZE, NETS } from './nets.mjs';
import { peerCommands, startPeer } from './peers.mjs';
import { formatTable } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    clock: { type: 'string', default: 'wall' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../../runs/benchmarks/training.json', import.meta.url)),
    },
  },
});
if (!['wall', 'processor'].includes(options.clock)) throw new Error('--clock is wall or processor');
const rounds = Math.max(5, Number(options.rounds));
/** How long a peer trains in one round. */
const ROUND_MILLISECONDS = 250;

// The framework is TypeScript, and within its dist it finds TensorFlow.js.
const bundle = fileURLToPath(new URL('../../framework/dist/benchmark-training.js', import.meta.url));
await build({
  stdin: {
    contents: [
      'backend/select',
      'component/fill-defaults',
      'component/registry',
      'model/build',
      'model/components',
      'random/stream',
      'training/clock',
      'training/components',
      'training/loop',
    ]
      .map((name) => `export * from './${name}.ts';`)
      .join('\n'),
    resolveDir: fileURLToPath(new URL('../../framework/', import.meta.url)),
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  external: ['#tensorflow'],
  outfile: bundle,
  logLevel: 'warning',
});

const peers = [];
for (const command of peerCommands(bundle)) peers.push(await startPeer(command));
await rm(bundle);
const load = loadavg()[0];

const results = {};
for (const net of Object.keys(NETS)) {
  process.stderr.write(`${net}: warming up`);
  results[net] = {};
  const running = [];
  for (const peer of peers) {
    const found = peer.error === undefined ? await warmUp(peer, net) : { error: peer.error };
    if (found.error === undefined) running.push({ peer, steps: found.steps });
    results[net][peer.key] = found.error === undefined ? { milliseconds: [] } : { error: found.error };
  }
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\r${net}: round ${round + 1} of ${rounds} `);
    // Another peer begins every round, so that none always follows the same one.
    for (let turn = 0; turn < running.length; turn++) {
      const { peer, steps } = running[(round + turn) % running.length];
      const { milliseconds, error } = await peer.measure(net, steps, options.clock);
      if (error !== undefined) throw new Error(`${peer.title}, ${net}: ${error}`);
      results[net][peer.key].milliseconds.push(milliseconds);
    }
  }
  process.stderr.write('\n');
}
for (const peer of peers) peer.end?.();

const report = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}`,
  load,
  rounds,
  clock: options.clock,
  batchSize: BATCH_SIZE,
  peers: peers.map(({ key, title, version, error }) => ({ key, title, version, error })),
  results,
};
await mkdir(dirname(options.out), { recursive: true });
await writeFile(options.out, `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(formatTable(report));
process.stdout.write(`\nWritten to ${options.out}\n`);

/** Trains until the engine has compiled what it will, and finds how many steps fill a round. */
async function warmUp(peer, net) {
  let steps = 1;
  for (let attempt = 0; attempt < 4; attempt++) {
    const { milliseconds, error } = await peer.measure(net, steps, options.clock);
    if (error !== undefined) return { error };
    steps = Math.min(1000, Math.max(1, Math.round(ROUND_MILLISECONDS / milliseconds)));
    if (milliseconds > ROUND_MILLISECONDS) break;
  }
  return { steps };
}
