import { describe, expect, it } from 'vitest';
import { testSubmissions } from './test-submissions.ts';

const { open, outcome, sentence } = testSubmissions({
  limits: { loadMilliseconds: 20_000, callMilliseconds: 20_000 },
});

const hasty = testSubmissions({ limits: { loadMilliseconds: 300 }, ahead: 0 });

describe("a beginner's mistake is named in a sentence", () => {
  it.each<[string, string, string]>([
    [
      'throws',
      'export const one = 1;\nexport function f(x: number): number {\n  throw new Error(`no ${x}`);\n}\n',
      'exercise.ts:3:9 threw Error: no 1',
    ],
    [
      'type error at run time',
      'interface Line { x: number[] }\nexport function f(line: Line): number {\n  return line.x.length;\n}\n',
      "exercise.ts:3:17 threw TypeError: Cannot read properties of undefined (reading 'length')",
    ],
    [
      'calls what is no function of tf',
      "import { tf } from 'descent';\nexport const f = () => {\n  return tf.sqare(2);\n};\n",
      'exercise.ts:3:13 threw TypeError: tf.sqare is not a function',
    ],
    [
      'throws deep within TensorFlow.js',
      "import { tf } from 'descent';\nexport const f = () =>\n  tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]));\n",
      'exercise.ts:3:6 threw Error: Error in matMul: inner shapes (3) and (2) of Tensors with shapes 2,3 and 2,3 and transposeA=false and transposeB=false must match.',
    ],
    [
      'syntax error that the compiler finds',
      'export function f() {\n  return 1 +;\n}\n',
      'exercise.ts:2:13 cannot be read: Unexpected token',
    ],
    [
      'syntax error that V8 finds',
      'export function f() {\n  const a: number = 1;\n  const a: number = 2;\n}\n',
      "exercise.ts:3:9 cannot be read: Identifier 'a' has already been declared",
    ],
    [
      'imports a missing package',
      "import { tf } from 'descent';\nimport _ from 'lodash';\nexport const f = () => _.sum(tf);\n",
      'exercise.ts:2:1 imports "lodash", but an exercise can import only "descent" and its own files',
    ],
    [
      'imports a missing package and uses nothing of it',
      "import _ from 'lodash';\nexport const f = () => 1;\n",
      'exercise.ts:1:1 imports "lodash", but an exercise can import only "descent" and its own files',
    ],
    [
      'imports a missing file',
      "import { line } from './line';\nexport const f = () => line;\n",
      'exercise.ts:1:1 imports "./line", but there is no such file; there is exercise.ts',
    ],
    [
      'imports a missing name',
      "import { tensorflow } from 'descent';\nexport const f = () => tensorflow.ones([1]);\n",
      'exercise.ts:2:24 threw TypeError: "descent" has no export named "tensorflow"; it has tf, createStream, TodoError',
    ],
    [
      'forgets export',
      'const half = 0.5;\nfunction f() {\n  return half;\n}\n',
      'exercise.ts:2 does not export "f": write "export" before its declaration',
    ],
    [
      'exports something else',
      'export const g = 1, h = 2;\n',
      'exercise.ts does not export "f"; it exports g, h',
    ],
    ['exports nothing', '\ufeffconst g = 1;\r\n', 'exercise.ts does not export "f"; it exports nothing'],
    [
      'exports no function',
      'export const f = 1;',
      'exercise.ts: "f" is a value, where a function is expected',
    ],
    [
      'is still to be written',
      "import { TodoError } from 'descent';\nexport function f() {\n  throw new TodoError('Task 2: the mean');\n}\n",
      'exercise.ts:3:9 is still to be written: Task 2: the mean',
    ],
    ['throws a text', "export function f() { throw 'no'; }", 'f threw "no"'],
    ['throws nothing', 'export function f() { throw undefined; }', 'f threw undefined'],
    ['returns a symbol', "export const f = () => Symbol('a');", 'f returned a symbol, which is no data'],
    [
      'returns a circle',
      'export const f = () => { const a: unknown[] = []; a.push(a); return a; };',
      'f returned something nested deeper than 32',
    ],
    [
      'returns a disposed tensor',
      "import { tf } from 'descent';\nexport const f = () => { const x = tf.ones([1]); x.dispose(); return { x }; };",
      'f returned a tensor that has been disposed',
    ],
    [
      'returns a text tensor',
      "import { tf } from 'descent';\nexport const f = () => tf.tensor(['a']);",
      'f returned a tensor of dtype string',
    ],
    [
      'recurses for ever',
      'export function f(x: number): number {\n  return f(x + 1);\n}\n',
      'exercise.ts:2:3 threw RangeError: Maximum call stack size exceeded',
    ],
    [
      'rejects',
      'export async function f() {\n  throw new Error("no");\n}\n',
      'exercise.ts:2:9 threw Error: no',
    ],
    [
      'never settles',
      'export const f = () => new Promise(() => {});',
      'f: your promise never settles: is resolve called, is every await answered?',
    ],
    [
      'ends itself',
      'export const f = () => process.exit(3);',
      'your program ended itself (exit code 3) in f',
    ],
    [
      'ends itself when it is imported',
      'process.exit(0);\nexport const f = 1;',
      'your program ended itself (exit code 0) while exercise.ts was loaded',
    ],
    [
      'fails in a timer',
      "export const f = () => new Promise(() => {\n  setTimeout(() => { throw new Error('late'); });\n});",
      'exercise.ts:2:28 threw Error: late',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await sentence(source, source.includes('line: Line') ? [{}] : [1])).toBe(expected);
  });

  it.each<[string, string]>([
    ['in the function', 'export const f = () => { for (;;); };'],
    ['in a regular expression', "export const f = () => /^(a+)+$/.test('a'.repeat(50) + 'b');"],
    ['in a microtask', 'export const f = async () => { for (;;) await null; };'],
    ['asleep', 'export const f = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'],
    ['in a timer', 'export const f = () => new Promise(() => setInterval(() => 1, 1));'],
    ['in a getter of its value', 'export const f = () => ({ get a() { for (;;); } });'],
    [
      'in a list of numbers that claims to be endless',
      'export const f = () => new Proxy([], { get: (t, k) => (typeof k === "symbol" ? Reflect.get(t, k) : k === "length" ? 2 ** 50 : 1) });',
    ],
  ])('loops for ever %s', async (_, source) => {
    expect(await sentence(source, [], { milliseconds: 300 })).toBe(
      'f: no answer within 0.3 s: an endless loop?',
    );
  });

  it('loops for ever when it is imported', async () => {
    expect(await hasty.sentence('for (;;);\nexport const f = 1;')).toBe(
      'exercise.ts was not loaded within 0.3 s: an endless loop outside the functions?',
    );
  });

  it('returns a promise where the value is wanted', async () => {
    const source = 'export async function f() { return 1; }';
    expect(await sentence(source, [], { sync: true })).toBe(
      'f returned a promise, where the value itself is expected: is it async?',
    );
    expect(await outcome(source)).toMatchObject({ state: 'ok', value: 1, isAsync: true });
  });

  it('renames the function', async () => {
    const submission = await open('export function meanSquaredErors() { return 1; }');
    await expect(submission.call('meanSquaredErrors')).rejects.toHaveProperty(
      'message',
      'exercise.ts does not export "meanSquaredErrors"; is it what you call "meanSquaredErors"? The tests need the name "meanSquaredErrors"',
    );
  });

  it('in a second file', async () => {
    const submission = await open({
      'exercise.ts': "import { half } from './parts/half.js';\nexport const f = (x: number) => half(x);\n",
      'parts/half.ts':
        '// CRLF, too\r\nexport const half = (x: number): number => {\r\n  return x.oops.half;\r\n};\r\n',
    });
    const result = await submission.attempt('f', [1]);
    expect(result).toMatchObject({
      sentence: "parts/half.ts:3:17 threw TypeError: Cannot read properties of undefined (reading 'half')",
    });
  });
});

describe('a value that is wrong but legal arrives as it is', () => {
  it.each<[string, string, unknown]>([
    ['nothing', 'export function f() {}', undefined],
    ['NaN', 'export const f = () => [NaN, -0, Infinity];', [Number.NaN, -0, Infinity]],
    ['a bigint', 'export const f = () => 2n ** 70n;', 2n ** 70n],
  ])('%s', async (_, source, expected) => {
    expect(await outcome(source)).toMatchObject({ state: 'ok', value: expected, isAsync: false });
  });

  it('with its input changed: the data of the tests stay as they were', async () => {
    const values = [3, 1, 2];
    const typed = Float64Array.of(3, 1, 2);
    const result = await outcome(
      'export function f(a: number[], b: Float64Array) { b.sort(); return a.sort()[0]; }',
      [values, typed],
      { returnArguments: true },
    );
    expect(result).toMatchObject({ value: 1, arguments: [[1, 2, 3], Float64Array.of(1, 2, 3)] });
    expect([values, typed]).toEqual([[3, 1, 2], Float64Array.of(3, 1, 2)]);
  });
});

describe('what a submission prints', () => {
  it('comes with the call that printed it, also through process.stdout', async () => {
    const submission = await open(
      "export const f = (x: number) => { console.log('x is', x, { a: [1] }); process.stdout.write('!\\n'); };",
    );
    expect((await submission.attempt('f', [1])).printed).toBe('x is 1 { a: [ 1 ] }\n!\n');
    expect((await submission.attempt('f', [2])).printed).toBe('x is 2 { a: [ 1 ] }\n!\n');
  });

  it('shows the numbers of a tensor', async () => {
    const result = await outcome(
      "import { tf } from 'descent';\nexport const f = () => console.log('x is', tf.tensor([1, 2]));",
    );
    expect(result.printed).toBe('x is Tensor\n    [1, 2]\n');
  });

  it('comes also when the call is killed', async () => {
    const result = await outcome("export const f = () => { console.log('before'); for (;;); };", [], {
      milliseconds: 300,
    });
    expect(result).toMatchObject({ state: 'timeout', printed: 'before\n' });
  });

  it('is shortened: 100,000 lines do no harm', async () => {
    const result = await outcome(
      "export const f = () => { for (let i = 0; i < 100_000; i++) console.log('line', i); return 1; };",
      [],
      { milliseconds: 20_000 },
    );
    expect(result).toMatchObject({ state: 'ok', value: 1 });
    expect(result.printed).toMatch(/^line 0\nline 1\n/);
    expect(result.printed).toMatch(/\n… 1072506 more bytes$/);
  });

  it('is cut off at 4 MB', async () => {
    expect(
      await sentence("export const f = () => { for (;;) console.log('a'.repeat(10_000)); };", [], {
        milliseconds: 20_000,
      }),
    ).toBe('your program printed more than 4 MB');
  });
});
