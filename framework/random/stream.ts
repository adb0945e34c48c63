import { normalQuantile } from './normal-quantile.ts';

/**
 * A named stream of pseudo-random numbers. Streams are derived by name, never by position: drawing from one
 * stream, or deriving another, changes no third one. So adding a layer does not change the split.
 */
export interface Stream {
  /** The path of names from the root, e.g. `seed:7/data/split`. */
  readonly name: string;
  /** A stream of its own for that name; the same name always gives the same stream, from its beginning. */
  derive(name: string | number): Stream;
  /** A uniform integer in [0, 2³²). */
  uint32(): number;
  /** A uniform number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A normal number with mean 0 and standard deviation 1. */
  normal(): number;
  /** A uniform integer in [0, bound), without modulo bias. `bound` is an integer from 1 to 2³². */
  integer(bound: number): number;
  /** The integers 0 … length−1 in random order (Fisher and Yates). */
  permutation(length: number): Int32Array;
}

/**
 * The root stream of a seed. Every random draw of a run comes from a stream derived from it.
 * @param seed a non-negative safe integer; 0 is a seed like any other.
 * @throws RangeError for any other number.
 */
export function createStream(seed: number): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`a seed is a non-negative integer below 2^53, not ${seed}`);
  }
  return streamOf(`seed:${seed}`);
}

/** xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018). */
function streamOf(name: string): Stream {
  let [a, b, c, d] = hash128(name);

  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
  const uniform = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const integer = (bound: number): number => {
    if (!Number.isInteger(bound) || bound < 1 || bound > 4294967296) {
      throw new RangeError(`a bound is an integer from 1 to 2^32, not ${bound}`);
    }
    // Draws beyond the largest multiple of the bound are thrown away, or small results would be likelier.
    const limit = 4294967296 - (4294967296 % bound);
    let draw = uint32();
    while (draw >= limit) draw = uint32();
    return draw % bound;
  };

  return {
    name,
    derive: (child) => streamOf(`${name}/${child}`),
    uint32,
    uniform,
    // The middle of one of 2⁵² cells, so neither 0 nor 1 can occur.
    normal: () => normalQuantile((Math.floor(uniform() * 2 ** 52) + 0.5) / 2 ** 52),
    integer,
    permutation(length) {
      const order = Int32Array.from({ length }, (_, index) => index);
      for (let last = length - 1; last > 0; last--) {
        const other = integer(last + 1);
        const kept = order[last]!;
        order[last] = order[other]!;
        order[other] = kept;
      }
      return order;
    },
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** A 128-bit state from a name: four lanes of multiply-xor rounds, mixed with each other at the end. */
function hash128(name: string): [number, number, number, number] {
  const lanes: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (let index = 0; index < name.length; index++) {
    const unit = name.charCodeAt(index);
    lanes[0] = Math.imul(lanes[0] ^ unit, 0x85ebca6b) ^ lanes[1];
    lanes[1] = Math.imul(lanes[1] ^ unit, 0xc2b2ae35) ^ lanes[2];
    lanes[2] = Math.imul(lanes[2] ^ unit, 0x27d4eb2f) ^ lanes[3];
    lanes[3] = Math.imul(lanes[3] ^ unit, 0x165667b1) ^ lanes[0];
  }
  for (let round = 0; round < 4; round++) {
    for (let lane = 0; lane < 4; lane++) {
      let value = lanes[lane]! ^ lanes[(lane + 1) % 4]! ^ name.length;
      value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
      value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
      lanes[lane] = value ^ (value >>> 16);
    }
  }
  // The all-zero state is the one from which the generator never leaves.
  if ((lanes[0] | lanes[1] | lanes[2] | lanes[3]) === 0) lanes[0] = 1;
  return lanes;
}
