import { expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { logisticBaseline } from './logistic-baseline.ts';

it('tells clouds apart whose columns have very different scales, one of them constant', () => {
  const stream = createStream(5).derive('clouds');
  const labels = Int32Array.from({ length: 60 }, (_, row) => row % 3);
  const draw = () =>
    Array.from(labels, (label) => [5000 + 800 * label + 100 * stream.normal(), 0.01 * stream.normal(), 7]);
  const probabilities = logisticBaseline({ rows: draw(), labels, classes: 3 }, draw());
  const right = labels.filter((label, row) => {
    const own = Array.from(probabilities.subarray(3 * row, 3 * row + 3));
    expect(own.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 5);
    return own.indexOf(Math.max(...own)) === label;
  });
  expect(right.length).toBeGreaterThan(55);
});
