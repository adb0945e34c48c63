import { expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { linearBaseline } from './linear-baseline.ts';

it('finds the plane through points whose columns have very different scales and depend on each other', () => {
  const stream = createStream(5).derive('plane');
  const draw = () => {
    const [mass, flag] = [5000 + 800 * stream.normal(), stream.integer(2)];
    return [mass, flag, 1 - flag, 7];
  };
  const rows = Array.from({ length: 30 }, draw);
  const height = ([mass, flag]: readonly number[]) => 40 + 0.002 * mass! - 3 * flag!;
  const others = Array.from({ length: 10 }, draw);
  const answers = linearBaseline({ rows, targets: rows.map(height) }, others);
  others.forEach((row, at) => {
    expect(answers[at]).toBeCloseTo(height(row), 5);
  });
});

it('leaves residuals that no column can explain', () => {
  const stream = createStream(6).derive('residuals');
  const rows = Array.from({ length: 40 }, () => [stream.normal(), 100 * stream.uniform()]);
  const targets = rows.map(([one, other]) => one! - 0.1 * other! + stream.normal());
  const answers = linearBaseline({ rows, targets }, rows);
  const products = [() => 1, (row: number[]) => row[0]!, (row: number[]) => row[1]! / 100].map((column) =>
    rows.reduce((sum, row, at) => sum + column(row) * (targets[at]! - answers[at]!), 0),
  );
  products.forEach((product) => {
    expect(product).toBeCloseTo(0, 4);
  });
});
