import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../submission/child.ts';
import { nodeArguments, START_FILE, type Launch } from '../submission/launch.ts';
import { limitTime } from '../submission/limit-time.ts';
import { DEFAULT_LIMITS } from '../submission/limits.ts';
import { collectPrinted } from '../submission/printed-text.ts';
import type { Freedom } from './level.ts';
import { PROBE_SIGNAL, PROBE_SOURCE, type ProbeReport, type ProbeTask } from './probe.ts';

const LONGEST_MILLISECONDS = 20_000;
/** A signal that was sent before the answer may arrive a little after it. */
const SIGNAL_MILLISECONDS = 20;
const CANARY = 'DESCENT_CANARY';

/** The self-test's process did not start or did not answer. The message is what it said. */
export class SelfTestFailed extends Error {
  override readonly name = 'SelfTestFailed';
}

/**
 * Measures what a process can do that is started in this way: reads a canary file and a canary variable, connects to
 * a listener of this process, starts a program, writes, sends a signal. Takes about as long as a student process
 * to start.
 * @throws SelfTestFailed
 */
export function measureFreedoms(launch: Launch): Promise<ReadonlySet<Freedom>> {
  const result = lastTest.then(() => measure(launch));
  lastTest = result.catch(() => undefined);
  return result;
}

/** One at a time: the signal of one probe must not be taken for another's. */
let lastTest: Promise<unknown> = Promise.resolve();

async function measure(launch: Launch): Promise<ReadonlySet<Freedom>> {
  const secret = randomUUID();
  const canaries = openFolder('descent-canary-', { 'canary.txt': secret });
  const runtime = openFolder('descent-probe-', { [START_FILE]: PROBE_SOURCE });
  const server = createServer((socket) => socket.on('error', () => undefined).end());
  let signals = 0;
  const count = () => signals++;
  process.on(PROBE_SIGNAL, count);
  process.env[CANARY] = secret;
  try {
    const port = await new Promise<number>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', () => {
        resolve((server.address() as { port: number }).port);
      });
    });
    const file = join(canaries, 'canary.txt');
    const report = await runProbe(launch, runtime, {
      ...{ file, secret, port },
      folders: [canaries],
      pid: process.pid,
    });
    await sleep(SIGNAL_MILLISECONDS);
    const found = { ...report, signals: signals > 0 };
    return new Set((Object.keys(found) as Freedom[]).filter((freedom) => found[freedom]));
  } finally {
    process.off(PROBE_SIGNAL, count);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- how a variable leaves the environment
    delete process.env[CANARY];
    server.close();
    for (const folder of [canaries, runtime]) rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder that everybody may read: who a process runs as must not be what stops it. */
function openFolder(prefix: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), content, { mode: 0o644 });
  chmodSync(folder, 0o755);
  return folder;
}

async function runProbe(launch: Launch, folder: string, task: ProbeTask): Promise<ProbeReport> {
  const runtime = { folder, nodeArguments: nodeArguments(DEFAULT_LIMITS), codeCache: '' };
  const child = startChild(launch(runtime, DEFAULT_LIMITS), (code, signal) => ({
    state: 'exited',
    code,
    signal,
  }));
  const printed = collectPrinted(child.stderr, Infinity, () => undefined);
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
  child.stdin.end(JSON.stringify(task));
  const release = limitTime(LONGEST_MILLISECONDS, () => {
    child.end({ state: 'timeout', limitMilliseconds: LONGEST_MILLISECONDS });
  });
  const ending = await child.gone;
  release();
  if (ending.state !== 'exited')
    throw new SelfTestFailed(`no answer within ${LONGEST_MILLISECONDS / 1000} s`);
  if (ending.code !== 0) {
    const said = printed.take().trim();
    throw new SelfTestFailed(said !== '' ? said : (ending.signal ?? `exit code ${ending.code ?? 'unknown'}`));
  }
  return JSON.parse(answer) as ProbeReport;
}
