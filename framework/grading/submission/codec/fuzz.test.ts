import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError } from './codec-error.ts';
import { decodeValue } from './decode.ts';
import { encodeValue } from './encode.ts';
import { createFrameReader } from './frame-reader.ts';
import { encodeFrame } from './frame.ts';
import { CODEC_LIMITS, type CodecLimits } from './limits.ts';
import { tensorValue } from './tensor-value.ts';

// Small, so that frames just over a limit turn up and an oversized announcement shows at once.
const limits: CodecLimits = { ...CODEC_LIMITS, headBytes: 2_000, blobBytes: 4_096, nodes: 60, depth: 8 };

/** Decodes every frame in the bytes. @returns how many values came out; a refusal counts as none */
function decodeAll(bytes: Uint8Array): number {
  try {
    const frames = createFrameReader(limits).push(bytes);
    for (const { head, blobs } of frames) decodeValue(head.value, blobs, { limits });
    return frames.length;
  } catch (error) {
    if (error instanceof CodecError) return 0;
    throw error;
  }
}

function frameOf(value: unknown): Uint8Array {
  const blobs: Uint8Array[] = [];
  const node = encodeValue(value, blobs, { limits });
  return new Uint8Array(Buffer.concat(encodeFrame({ id: 7, value: node }, blobs, limits)));
}

const VALID = [
  frameOf({
    weights: tensorValue([1, 2, 3, 4], [2, 2]),
    bias: -0,
    name: 'dense',
    flags: [true, null, undefined],
  }),
  frameOf([[1, 2, 3], [4, 5, 6], [7, 8, 9], 12n, Float64Array.of(1, 2)]),
  frameOf([
    Array.from({ length: 5 }, (_, row) => [row, row / 2, Number.NaN]),
    { $: '$', a: { b: { c: {} } } },
  ]),
];

/** What is done to a valid frame: bytes set, cut out, doubled, or text put in its place. */
const mutation = fc.tuple(
  fc.constantFrom('set', 'cut', 'double', 'insert'),
  fc.nat(400),
  fc.nat(255),
  fc.constantFrom('"', '[', '{', '},{', '1e999', '"$":', '"__proto__":', '-', '\u{0}', '9999999999'),
);

function mutate(
  bytes: Uint8Array,
  mutations: readonly (readonly [string, number, number, string])[],
): Uint8Array {
  let result = [...bytes];
  for (const [kind, place, byte, text] of mutations) {
    const at = place % (result.length + 1);
    if (kind === 'set') result[at] = byte;
    else if (kind === 'cut') result.splice(at, byte % 16);
    else if (kind === 'double')
      result = [...result.slice(0, at), ...result.slice(Math.max(0, at - (byte % 32)))];
    else result.splice(at, 0, ...Buffer.from(text));
  }
  // Mutations within the head would nearly always die at its length: mend that, mostly.
  if (mutations[0]![2] % 4 > 0 && result.length > 12) {
    const blobBytes = new DataView(Uint8Array.from(result).buffer).getUint32(8, true);
    const head = Math.max(0, result.length - 12 - Math.min(blobBytes, result.length - 12));
    result.splice(4, 4, head & 255, (head >> 8) & 255, 0, 0);
  }
  return Uint8Array.from(result);
}

describe('bytes from a hostile process', () => {
  it('are refused or decoded when they are random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        decodeAll(bytes);
        // The same behind a valid beginning.
        bytes.set(VALID[0]!.subarray(0, Math.min(8, bytes.length)));
        decodeAll(bytes);
      }),
      { seed: 11, numRuns: 20_000 },
    );
  });

  it('are refused or decoded when they are mutated frames', () => {
    let decoded = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        fc.array(fc.array(mutation, { minLength: 1, maxLength: 3 }), { minLength: 20, maxLength: 20 }),
        (frame, cases) => {
          for (const mutations of cases) decoded += decodeAll(mutate(frame, mutations));
        },
      ),
      { seed: 12, numRuns: 3_000 },
    );
    // Else the mutations would be so coarse that they test nothing but the first check.
    expect(decoded).toBeGreaterThan(1_000);
  });

  it('are refused as soon as they announce too much, before memory is taken', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1), (headBytes, blobBytes) => {
        const prefix = VALID[0]!.slice(0, 12);
        const view = new DataView(prefix.buffer);
        view.setUint32(4, headBytes, true);
        view.setUint32(8, blobBytes, true);
        const tooMuch = headBytes > limits.headBytes || blobBytes > limits.blobBytes;
        const push = () => createFrameReader(limits).push(prefix);
        if (tooMuch) expect(push).toThrow(CodecError);
        else expect(push()).toEqual([]);
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });

  it('are refused before they are parsed when they are nothing but nesting', () => {
    for (const text of ['['.repeat(1_900), '[{"a":'.repeat(300), '[],'.repeat(600)]) {
      const prefix = VALID[0]!.slice(0, 12);
      const view = new DataView(prefix.buffer);
      view.setUint32(4, text.length, true);
      view.setUint32(8, 0, true);
      const reader = createFrameReader(limits);
      reader.push(prefix);
      expect(() => reader.push(Buffer.from(text))).toThrow(/^sent a head (nested deeper|of more)|no JSON$/);
    }
  });
});
