import type { ComponentSpec } from '../component/component.ts';

/**
 * The name of each layer: the one that the file gives it, or else its type and its number among the layers of
 * that type (`dense_2`), so that a dropout put between two dense layers does not change their initial weights.
 */
export function nameLayers(layers: readonly ComponentSpec[]): readonly string[] {
  const counts = new Map<string, number>();
  return layers.map(({ type, name }) => {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return typeof name === 'string' ? name : `${type}_${count}`;
  });
}
