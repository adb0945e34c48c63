import { errorOf, type Network, type Samples } from './networks.ts';

/** The measured gradient of a network, by central differences over 2h; in the order of the layers, weights before biases. */
export function measure(network: Network, samples: Samples, h: number): number[] {
  const slopes: number[] = [];
  const draft = structuredClone(network) as Record<'first' | 'second', { w: number[][]; b: number[] }>;
  for (const layer of ['first', 'second'] as const) {
    for (const row of [...draft[layer].w, draft[layer].b]) {
      for (const [place, value] of row.entries()) {
        row[place] = value + h;
        const above = errorOf(draft, samples);
        row[place] = value - h;
        slopes.push((above - errorOf(draft, samples)) / (2 * h));
        row[place] = value;
      }
    }
  }
  return slopes;
}

/** The numbers of a gradient in the same order. */
export function listed({ first, second }: Network): number[] {
  return [...first.w.flat(), ...first.b, ...second.w.flat(), ...second.b];
}

/** The length of the difference of two gradients, divided by the sum of their lengths. */
export function distanceOf(one: readonly number[], other: readonly number[]): number {
  return (
    Math.hypot(...one.map((value, place) => value - other[place]!)) /
    (Math.hypot(...one) + Math.hypot(...other))
  );
}

/** A network of the same form with other numbers, in the order of {@link listed}. */
export function withNumbers(network: Network, numbers: readonly number[]): Network {
  let place = 0;
  const fill = (row: readonly number[]) => row.map(() => numbers[place++]!);
  const [first, second] = [network.first, network.second].map(({ w, b }) => ({
    w: w.map(fill),
    b: fill(b),
  }));
  return { first: first!, second: second! };
}
