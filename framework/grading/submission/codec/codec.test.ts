import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError } from './codec-error.ts';
import { decodeValue } from './decode.ts';
import { encodeValue } from './encode.ts';
import { createFrameReader } from './frame-reader.ts';
import { encodeFrame, type Frame } from './frame.ts';
import { CODEC_LIMITS } from './limits.ts';
import { TensorValue, tensorValue } from './tensor-value.ts';
import { TYPED_ARRAYS } from './typed-arrays.ts';

const limits = CODEC_LIMITS;

/** Through the bytes and back. */
function roundTrip(value: unknown, piece = Number.POSITIVE_INFINITY): unknown {
  const blobs: Uint8Array[] = [];
  const bytes = Buffer.concat(encodeFrame({ value: encodeValue(value, blobs, { limits }) }, blobs, limits));
  const frames: Frame[] = [];
  const reader = createFrameReader(limits);
  for (let start = 0; start < bytes.length; start += piece) {
    frames.push(...reader.push(bytes.subarray(start, start + piece)));
  }
  expect(frames).toHaveLength(1);
  expect(reader.isBetweenFrames).toBe(true);
  return decodeValue(frames[0]!.head.value, frames[0]!.blobs, { limits });
}

const key = fc.string().filter((name) => !['__proto__', 'constructor', 'then'].includes(name));
const typedArray = fc
  .tuple(
    fc.constantFrom(...Object.values(TYPED_ARRAYS)),
    fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { maxLength: 5 }),
  )
  .map(([type, words]) => new type(new Uint8Array(words.flatMap((word) => [...word])).buffer));
const tensor = fc
  .tuple(fc.constantFrom('float32', 'int32', 'bool'), fc.array(fc.nat(4), { maxLength: 4 }), fc.nat(200))
  .map(([dtype, shape, start]) =>
    tensorValue(
      Array.from({ length: shape.reduce((size, length) => size * length, 1) }, (_, index) => start + index),
      shape,
      dtype,
    ),
  );
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, true, Number.NaN, Infinity, -Infinity, -0),
    fc.double(),
    fc.string(),
    fc.bigInt(),
    typedArray,
    tensor,
    fc.array(fc.array(fc.double(), { minLength: 3, maxLength: 3 })),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: false }),
  ),
}));

describe('a value', () => {
  it('comes back as it was, in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 1, max: 40 }), (value, piece) => {
        expect(withoutPrototypes(roundTrip(value, piece))).toEqual(withoutPrototypes(value));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('keeps what JSON loses', () => {
    const value = [Number.NaN, -0, Infinity, -Infinity, undefined, 2n ** 70n, { $: 1, $$: 2, $a: 3 }];
    expect(roundTrip(value)).toEqual([
      NaN,
      -0,
      Infinity,
      -Infinity,
      undefined,
      2n ** 70n,
      { $: 1, $$: 2, $a: 3 },
    ]);
  });

  it('packs long lists of numbers, so that they count as one value', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [index, -0, Number.NaN]);
    expect(roundTrip(rows)).toEqual(rows);
    const ragged = [[1, 2, 3, 4], [5, 6, 7], [8]];
    expect(roundTrip(ragged)).toEqual(ragged);
  });

  it('takes an int32 or bool tensor that is backed by bytes', () => {
    const bytes = new TensorValue('int32', [2], Uint8Array.of(7, 0));
    expect(roundTrip(bytes)).toEqual(new TensorValue('int32', [2], Int32Array.of(7, 0)));
    const bool = new TensorValue('bool', [3], Int32Array.of(7, 0, 1));
    expect(roundTrip(bool)).toEqual(new TensorValue('bool', [3], Uint8Array.of(1, 0, 1)));
  });

  it('decodes to records without a prototype', () => {
    expect(Object.getPrototypeOf(roundTrip({ a: 1 }))).toBe(null);
  });
});

describe('an encoder refuses', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  it.each<[string, unknown]>([
    ['a symbol, which is no data', Symbol('a')],
    ['a function, which is no data', [() => 1]],
    ['an object, which is no data', new Map()],
    ['a record with the key "then"', { then: 1 }],
    ['a record with the key "__proto__"', JSON.parse('{"__proto__":1}')],
    ['something nested deeper than 32', loop],
    ['more than 5000 values', Array.from({ length: 5000 }, () => null)],
    ['a text of 10001 characters, where 10000 are allowed', 'a'.repeat(10_001)],
  ])('%s', (message, value) => {
    expect(() => encodeValue(value, [], { limits })).toThrow(message);
  });

  it('more bytes than a frame holds', () => {
    expect(() => encodeFrame({}, [new Uint8Array(100)], { ...limits, blobBytes: 90 })).toThrow(
      new CodecError('0 MB at once, where 0 MB are allowed'),
    );
  });
});

describe('a decoder refuses', () => {
  const blob = () => [new Uint8Array(8)];
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  it.each<[string, unknown, Uint8Array[]]>([
    ['sent a record with the key "__proto__"', JSON.parse('{"__proto__":{"a":1}}'), []],
    ['sent a record with the key "constructor"', { constructor: 1 }, []],
    ['sent a record with the key "then"', [{ then: 1 }], []],
    ['sent something nested deeper than 32', deep(33), []],
    ['sent more than 5000 values', new Array(5000).fill(0), []],
    ['sent a text that is too long', 'a'.repeat(10_001), []],
    ['sent a number without its tag', JSON.parse('1e999'), []],
    ['sent a value of unknown kind', { $: 'toString' }, []],
    ['sent a value of unknown kind', { $: 'handle' }, []],
    ['sent an unknown number', { $: 'number', is: 'toString' }, []],
    ['sent a bigint without digits', { $: 'bigint', digits: '0x1' }, []],
    ['sent a key with a lone $', { $a: 1 }, []],
    ['sent a value without its blob', { $: 'tensor', dtype: 'float32', shape: [2], blob: 1 }, blob()],
    [
      'sent a tensor that does not fill its shape',
      { $: 'tensor', dtype: 'float32', shape: [3], blob: 0 },
      blob(),
    ],
    ['sent a tensor of unknown dtype', { $: 'tensor', dtype: 'string', shape: [2], blob: 0 }, blob()],
    ['sent a shape that is none', { $: 'tensor', dtype: 'float32', shape: [-2], blob: 0 }, blob()],
    ['sent numbers that do not fill their shape', { $: 'numbers', shape: [0], blob: 0 }, [new Uint8Array(0)]],
    [
      'sent numbers in too many rows',
      { $: 'numbers', shape: [100_001, 1], blob: 0 },
      [new Uint8Array(800_008)],
    ],
    [
      'sent a bool tensor with elements besides 0 and 1',
      { $: 'tensor', dtype: 'bool', shape: [8], blob: 0 },
      [new Uint8Array(8).fill(2)],
    ],
    [
      'sent a blob that does not fit its type',
      { $: 'array', type: 'Float64Array', length: 0, blob: 0 },
      [new Uint8Array(4)],
    ],
    ['sent blobs that belong to no value', 1, blob()],
    [
      'sent a value without its blob',
      [
        { $: 'tensor', dtype: 'float32', shape: [2], blob: 0 },
        { $: 'tensor', dtype: 'float32', shape: [2], blob: 0 },
      ],
      blob(),
    ],
  ])('%s', (message, node, blobs) => {
    expect(() => decodeValue(node, blobs, { limits })).toThrow(new CodecError(message));
  });
});

/** Copies records with an ordinary prototype: `toEqual` minds it. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (
    typeof value !== 'object' ||
    value === null ||
    ArrayBuffer.isView(value) ||
    value instanceof TensorValue
  ) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutPrototypes(part)]));
}
