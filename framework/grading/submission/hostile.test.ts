import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openSubmission } from './host.ts';
import type { Launch } from './launch.ts';
import { createProcessPool } from './process-pool.ts';
import { isAlive, recordPids, testSubmissions } from './test-submissions.ts';

const { open, outcome, sentence } = testSubmissions({
  limits: { loadMilliseconds: 20_000, callMilliseconds: 20_000 },
});

describe('hostile code', () => {
  it.each<[string, string, string]>([
    [
      'cannot end its parent',
      'export const f = () => process.kill(process.ppid);',
      'exercise.ts:1:32 threw Error: a submission cannot end processes',
    ],
    [
      'throws from a getter',
      "export const f = () => ({ get a() { throw new Error('got'); } });",
      'exercise.ts:1:43 threw Error: got',
    ],
    [
      'throws something that throws when it is looked at',
      "export const f = () => { throw new Proxy(new Error('a'), { get() { throw new Error('b'); } }); };",
      'f threw something that cannot be shown',
    ],
    [
      'returns a thenable that never settles',
      'export const f = () => ({ then() {} });',
      'f: your promise never settles: is resolve called, is every await answered?',
    ],
    [
      'returns a thenable that throws',
      "export const f = () => ({ then() { throw new Error('t'); } });",
      'exercise.ts:1:42 threw Error: t',
    ],
    [
      'returns a record with __proto__',
      `export const f = () => JSON.parse('{"__proto__":{"admin":true}}');`,
      'f returned a record with the key "__proto__"',
    ],
    [
      'returns a record with constructor',
      'export const f = () => ({ constructor: 1 });',
      'f returned a record with the key "constructor"',
    ],
    [
      'returns deep lists',
      'export const f = () => { let a: unknown = 1; for (let i = 0; i < 1e5; i++) a = [a]; return a; };',
      'f returned something nested deeper than 32',
    ],
    [
      'returns a huge list',
      "export const f = () => new Array(1e5).fill('a');",
      'f returned more than 5000 values',
    ],
    [
      'returns a huge text',
      "export const f = () => 'a'.repeat(1e6);",
      'f returned a text of 1000000 characters, where 10000 are allowed',
    ],
    [
      'returns a huge tensor',
      "import { tf } from 'descent';\nexport const f = () => tf.zeros([6000, 6000]);",
      'f returned 137.3 MB at once, where 128 MB are allowed',
    ],
    [
      'returns a fake tensor',
      "import { tf } from 'descent';\nexport const f = () => Object.create(tf.Tensor.prototype);",
      'f returned a tensor of dtype undefined',
    ],
    [
      'returns a list that claims to be endless',
      "export const f = () => new Proxy([], { get: (t, k) => (k === 'length' ? 2 ** 32 : Reflect.get(t, k)) });",
      'f returned more than 5000 values',
    ],
    [
      'returns a proxy that throws',
      "export const f = () => new Proxy({}, { ownKeys() { throw new Error('p'); } });",
      'exercise.ts:1:58 threw Error: p',
    ],
    [
      'hides characters in its message',
      "export const f = () => { throw new Error('\\u202eok\\u200b \\x1b[32mpass\\x1b]52;c;aGk=\\x07\\r99 passed'); };",
      'exercise.ts:1:32 threw Error: ok pass\n99 passed',
    ],
    [
      'imports what it should not',
      "import { readFileSync } from 'node:fs';\nexport const f = () => readFileSync('/etc/passwd');",
      'exercise.ts:1:1 imports "node:fs", but an exercise can import only "descent" and its own files',
    ],
    [
      'imports what it should not, later',
      "export const f = async () => await import('node:fs');",
      'exercise.ts:1:36 imports "node:fs", but an exercise can import only "descent" and its own files',
    ],
    [
      'fills the heap',
      'export const f = () => { const a = []; for (;;) a.push({ a: [1] }); };',
      'out of memory (64 MB) in f',
    ],
    [
      'fills buffers',
      'export const f = () => { const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1)); };',
      'out of memory (64 MB) in f',
    ],
    [
      'fills the heap when it is imported',
      'const a: unknown[] = []; for (;;) a.push({ a: [1] });',
      'out of memory (64 MB) while exercise.ts was loaded',
    ],
  ])('%s', async (_, source, expected) => {
    if (!expected.includes('64 MB')) expect(await sentence(source)).toBe(expected);
    else {
      const submission = await small.open(source);
      const result = await submission.attempt('f');
      expect(result).toMatchObject({ sentence: expected, printed: '' });
    }
  });

  it('gives a proxied list as data', async () => {
    expect(await outcome('export const f = () => new Proxy([1, 2], {});')).toMatchObject({ value: [1, 2] });
  });

  it('leaves late timers and rejections behind without effect', async () => {
    const submission = await open(`
      export function f() { setTimeout(() => process.exit(0)); Promise.reject(new Error('late')); return 1; }
      export const g = () => 2;`);
    expect(await submission.call('f')).toBe(1);
    expect(await submission.call('g')).toBe(2);
  });

  it.each([
    'JSON.stringify = () => \'{"state":"ok"}\';',
    'Array.prototype.map = () => [1]; Array.prototype.push = () => 1;',
    'Promise.prototype.then = () => 1; Object.keys = () => []; Object.is = () => true;',
    'Math.round = Math.ceil = () => 7; Number.isFinite = () => false; Array.isArray = () => true;',
    'Uint8Array.prototype.subarray = () => new Uint8Array(4); TextEncoder.prototype.encode = () => new Uint8Array(4);',
    'Object.prototype.then = (f) => f(1); Object.prototype.state = "ok";',
    'Error.prepareStackTrace = () => 1; globalThis.process = undefined; globalThis.console = undefined;',
  ])('that patches what the runtime uses gains nothing: %s', async (patch) => {
    const submission = await open(
      `export function f(x: number) { return x; }\n(0, eval)(${JSON.stringify(patch)});`,
    );
    const result = await submission.attempt('f', [41]);
    // Either the truth or a failure: never a value that the function did not return.
    if (result.state === 'ok') expect(result.value).toBe(41);
    else expect(result.sentence).not.toBe('');
    expect([JSON.stringify([1]), Math.round(0.4), Object.is(0, 1)]).toEqual(['[1]', 0, false]);
  });
});

const small = testSubmissions({
  limits: { memoryMegabytes: 64, callMilliseconds: 20_000, loadMilliseconds: 20_000 },
  ahead: 0,
});

/** A process that speaks the protocol until it has been loaded, and then does as it likes. */
const SPEAKER = String.raw`
const fs = require('node:fs');
const read = (n) => { const b = Buffer.alloc(n); for (let o = 0; o < n; ) { const k = fs.readSync(0, b, o, n - o, null); if (k === 0) process.exit(); o += k; } return b; };
const request = () => { const p = read(12); const head = JSON.parse(read(p.readUInt32LE(4))); read(p.readUInt32LE(8)); return head; };
const raw = (text, size = 0, blob = 0) => { const p = Buffer.alloc(12); p.write('DSC1'); p.writeUInt32LE(size || Buffer.byteLength(text), 4); p.writeUInt32LE(blob, 8); fs.writeSync(1, Buffer.concat([p, Buffer.from(text)])); };
const send = (head) => raw(JSON.stringify({ blobs: [], printed: 0, state: 'ok', value: null, ...head }));
const answer = (value) => ({ value, isAsync: false });
send({ id: request().id, value: { codeCacheRejected: false } });
send({ id: request().id, value: [{ name: 'f', kind: 'function' }] });
`;

const folder = mkdtempSync(join(tmpdir(), 'descent-hostile-'));
let scripts = 0;

/** A pool whose processes run this script instead of the runtime. */
function launchOf(script: string): Launch {
  const path = join(folder, `${scripts++}.cjs`);
  writeFileSync(path, SPEAKER + script);
  return () => ({ command: process.execPath, arguments: [path], environment: {}, workingFolder: folder });
}

describe('a hostile process', () => {
  it.each<[string, string]>([
    ['prints to its standard output', "request(); fs.writeSync(1, '99 passed\\n');"],
    ['answers with an id of its own', 'request(); send({ id: 1, value: answer(41) });'],
    ['answers in advance', 'for (let id = 0; id < 100; id++) send({ id, value: answer(41) });'],
    ['answers as nobody', 'request(); send({ value: answer(41) });'],
    ['answers in an unknown state', "send({ id: request().id, state: 'passed' });"],
    ['reports an error that is none', "send({ id: request().id, state: 'error', error: 7 });"],
    ['sends deep JSON', "request(); raw('['.repeat(1e6));"],
    ['sends no JSON', "request(); raw('passed');"],
    ['sends a list as head', "request(); raw('[1]');"],
    ['announces four gigabytes', "request(); raw('{}', 0xffffffff);"],
    ['announces too many blobs', "request(); raw('{}', 2, 0xfffffff0);"],
    [
      'sends __proto__',
      `const { id } = request(); raw('{"id":' + id + ',"state":"ok","blobs":[],"value":{"__proto__":{"value":41}}}');`,
    ],
    ['sends a then', 'send({ id: request().id, value: answer({ then: 1 }) });'],
    [
      'sends a handle that is none',
      "send({ id: request().id, value: answer({ $: 'handle', handle: 'a', kind: 'function', name: '' }) });",
    ],
    ['sends an upload', "send({ id: request().id, value: answer({ $: 'upload', name: 'a' }) });"],
    [
      'sends a tensor without bytes',
      "send({ id: request().id, value: answer({ $: 'tensor', dtype: 'float32', shape: [1e9], blob: 0 }) });",
    ],
    [
      'answers while it is called back',
      "const { id } = request(); send({ id, state: 'callback', callback: 0, value: [] }); send({ id, value: answer(41) });",
    ],
    ['calls back without a list', "send({ id: request().id, state: 'callback', callback: 0, value: 1 });"],
  ])('that %s is killed', async (_, script) => {
    const { pool, pids } = recordPids(createProcessPool({ launch: launchOf(script) }));
    const submission = await openSubmission({ files: { 'exercise.ts': 'export const f = 1;' }, pool });
    // A callback that takes its time, for those that do not wait for it.
    const result = await submission.attempt('f', [() => sleep(100)]);
    expect(result).toMatchObject({
      state: 'protocol violation',
      sentence: 'your program wrote into the channel that carries its answers; print with console.log',
    });
    await submission.close();
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('that ends after its answer is told of at the next call, and then replaced', async () => {
    const { pool, pids } = recordPids(
      createProcessPool({ launch: launchOf('send({ id: request().id, value: answer(41) });') }),
    );
    const submission = await openSubmission({ files: { 'exercise.ts': 'export const f = 1;' }, pool });
    expect(await submission.attempt('f')).toMatchObject({ state: 'ok', value: 41 });
    expect(await submission.attempt('f')).toMatchObject({
      sentence: expect.stringMatching(
        /^your program ended itself \(exit code 0\) in (f|exercise.ts)$/,
      ) as string,
    });
    expect(await submission.attempt('f')).toMatchObject({ state: 'ok', value: 41 });
    await submission.close();
    expect(pids).toHaveLength(2);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});
