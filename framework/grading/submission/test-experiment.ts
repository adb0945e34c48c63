import type { Table } from '../../data/table.ts';
import { createStream } from '../../random/stream.ts';

/** How many points there are. */
export const rows = 40;
const stream = createStream(4).derive('clouds');
/** The class of each. */
export const codes = Int32Array.from({ length: rows }, (_, row) => row % 2);
/** Two clouds of points, one of each class, which any network tells apart. */
export const clouds: Table = {
  rows,
  columns: [
    { name: 'x', kind: 'number', values: Float64Array.from(codes, (code) => 4 * code + stream.normal()) },
    { name: 'y', kind: 'number', values: Float64Array.from(codes, (code) => 100 * code + stream.normal()) },
    { name: 'kind', kind: 'category', codes, categories: ['near', 'far'] },
  ],
};
/** The same without their classes. */
export const unlabelled: Table = { rows, columns: clouds.columns.slice(0, 2) };

/** An experiment that is right, with parts of it replaced. */
export function experiment(...replacements: readonly (readonly [part: string, other: string])[]): string {
  const text = `name: clouds
seed: 3
data:
  source: { type: csv, dataset: clouds }
  target: kind
  split: { train: 0.75, validation: 0.25, test: 0 }
  transforms: [standardize]
model:
  layers:
    - { type: dense, units: 4, activation: tanh }
    - { type: dense, units: 2, activation: softmax }
training:
  optimizer: { type: adam, learningRate: 0.05 }
  loss: categoricalCrossentropy
  batchSize: 8
  epochs: 5
metrics: [accuracy]
`;
  return replacements.reduce((changed, [part, other]) => {
    if (!changed.includes(part)) throw new Error(`there is no ${part}`);
    return changed.replace(part, other);
  }, text);
}
