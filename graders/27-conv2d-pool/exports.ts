import { pure, returns } from 'descent/grading';

const rows = returns.list(returns.numbers);
const image = returns.list(rows);

/** What exercises/27-conv2d-pool/exercise.ts exports. */
export const exports = {
  conv2d: pure(image),
  sobel: pure(returns.record({ x: rows, y: rows, strength: rows })),
  maxPool: pure(image),
  averagePool: pure(image),
  globalAverage: pure(returns.numbers),
  moved: pure(image),
  shiftTest: pure(returns.record({ invariant: returns.number, equivariant: returns.number })),
};
