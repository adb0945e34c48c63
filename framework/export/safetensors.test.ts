import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSafetensors, encodeSafetensors, type StoredTensor } from './safetensors.ts';

const tensor = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }).chain((shape) =>
  fc
    .array(fc.float({ noDefaultInfinity: false }), {
      minLength: shape.reduce((a, b) => a * b, 1),
      maxLength: shape.reduce((a, b) => a * b, 1),
    })
    .map((values): StoredTensor => ({ dtype: 'F32', shape, data: new Float32Array(values) })),
);

describe('safetensors', () => {
  it('gives back what was written, NaN and −0 included', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => !name.startsWith('__')),
          tensor,
        ),
        fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          fc.string(),
        ),
        (tensors, metadata) => {
          const decoded = decodeSafetensors(Buffer.from(encodeSafetensors({ tensors, metadata })));
          expect(decoded.metadata).toEqual({ ...metadata });
          expect(decoded.tensors).toEqual({ ...tensors });
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('writes the bytes of the format description', () => {
    const bytes = encodeSafetensors({
      tensors: { w: { dtype: 'F32', shape: [2], data: new Float32Array([1, -2]) } },
      metadata: {},
    });
    const head = '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}  ';
    expect(Buffer.from(bytes).toString('latin1')).toBe(`8${'\0'.repeat(7)}${head}\0\0\x80?\0\0\0\xc0`);
    expect(head.length).toBe(56);
  });

  it('refuses or decodes any bytes', () => {
    const valid = encodeSafetensors({
      tensors: { kernel: { dtype: 'F32', shape: [2, 2], data: new Float32Array(4) } },
      metadata: { epoch: '3' },
    });
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(255), fc.nat(valid.length), (at, value, cut) => {
        const bytes = valid.slice(0, Math.max(cut, at + 1));
        bytes[at] = value;
        try {
          decodeSafetensors(bytes);
        } catch (error) {
          expect((error as Error).message).toMatch(/^(not a safetensors file|tensor "|the head's entry)/);
        }
      }),
      { seed: 2, numRuns: 3000 },
    );
  });
});
