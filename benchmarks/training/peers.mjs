import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const node = (name, ...options) => [process.execPath, '--no-warnings', file(name), ...options];
/** One thread for every library that PyTorch computes with. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };

/** What is measured: key, title and command line, Descent in every mode and by every way of computing a step. */
export function peerCommands(bundle) {
  return [
    ...['reproducible', 'fast'].flatMap((mode) =>
      ['tape', 'fused'].map((step) => ({
        key: `${mode}-${step}`,
        title: `Descent ${mode}, ${step}`,
        command: node('descent-peer.mjs', bundle, mode, step),
      })),
    ),
    { key: 'tfjs-wasm', title: 'TF.js wasm', command: node('tfjs-peer.mjs', 'wasm') },
    { key: 'tfjs-cpu', title: 'TF.js cpu', command: node('tfjs-peer.mjs', 'cpu') },
    {
      key: 'torch',
      title: 'PyTorch',
      command: [process.platform === 'win32' ? 'python' : 'python3', file('torch_peer.py')],
    },
  ];
}

/**
 * Starts a peer: a process that trains when it is asked, and waits in between.
 * @returns the peer, or why it does not start
 */
export async function startPeer({ key, title, command: [program, ...options] }) {
  const child = spawn(program, options, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...ONE_THREAD },
  });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += text));
  child.stdin.on('error', () => undefined);
  const failed = new Promise((resolve) => {
    child.on('error', (error) => resolve({ error: error.message }));
    child.on('close', () => resolve({ error: lastLine(complaint) }));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await Promise.race([lines.next(), failed]);
    // Where the output ends, the process is about to say why.
    if (line.done) return failed;
    return 'error' in line ? line : JSON.parse(line.value);
  };
  const { version, error } = await next();
  if (error !== undefined) return { key, title, error };
  return {
    key,
    title,
    version,
    /** Trains that many steps, timed by a clock, `wall` or `processor`. @returns milliseconds a step, or why it cannot */
    measure(net, steps, clock) {
      child.stdin.write(`${JSON.stringify({ net, steps, clock })}\n`);
      return next();
    },
    end: () => child.stdin.end(),
  };
}

/** Of a stack trace of Node or Python, the line that says what is wrong. */
function lastLine(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return (lines.find((line) => /^\w*Error: /.test(line)) ?? lines.at(-1) ?? 'it ended').trim();
}
