import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { drawRows } from './network.ts';

/** Looks at penalties, dropout and learning rates with numbers that are drawn. */
export function checkRules({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'the cost of any weights',
    { task: 1, points: 1, hint: 'Any number of rows, of any length, and both penalties at once.' },
    async () => {
      const random = stream('cost');
      const rows = drawRows(random, 3 + random.integer(3), 3 + random.integer(3));
      const strength = { l1: random.uniform(), l2: random.uniform() };
      const all = rows.flat();
      const sizes = all.reduce((sum, w) => sum + Math.sign(w) * w, 0);
      const squares = Math.hypot(...all) ** 2;
      const found = await student.penalty(rows, strength);
      expect(found, 'the penalty').toBeCloseTo(strength.l1 * sizes + strength.l2 * squares, 6);
      expect(await student.penalty(rows, { l1: 0, l2: 0 }), 'the penalty of strength 0').toBe(0);
    },
  );

  check(
    'slopes equal finite differences',
    {
      task: 1,
      points: 2,
      hint: 'Move one weight a little: by how much does your penalty change? Is it the same for negative weights?',
    },
    async () => {
      const random = stream('slopes');
      const rows = drawRows(random, 2 + random.integer(2), 2 + random.integer(2));
      const { l1, l2 } = { l1: random.uniform(), l2: random.uniform() };
      const h = 1e-6;
      const cost = (w: number) => l1 * Math.abs(w) + l2 * w * w;
      // A weight that a step of h would move across 0 has no slope there.
      const away = rows.map((row) => row.map((w) => w + 0.01 * Math.sign(w)));
      const expected = away.map((row) => row.map((w) => (cost(w + h) - cost(w - h)) / (2 * h)));
      expect(await student.penaltyGradient(away, { l1, l2 }), 'the gradient').toBeCloseToTensor(expected);
      const still = await student.penaltyGradient([[0, 0]], { l1, l2 });
      expect(still, 'the gradient at weights of 0').toBeCloseToTensor([[0, 0]]);
    },
  );

  check(
    'dropout of any values',
    {
      task: 2,
      points: 1,
      hint: 'Each value by the number that was drawn for it; and with p = 0 nothing happens.',
    },
    async () => {
      const random = stream('values');
      const x = drawRows(random, 1, 20 + random.integer(20))[0]!;
      for (const p of [0, 0.1 + 0.3 * random.uniform(), 0.6 + 0.3 * random.uniform()]) {
        const given = x.map(() => random.uniform());
        const expected = x.map((value, i) => (given[i]! >= p ? value / (1 - p) : 0));
        const rest = [...given];
        const found = await student.dropout(x, p, () => rest.shift() ?? 0, true);
        expect(found, `dropout with p = ${p.toFixed(2)}`).toBeCloseToTensor(expected);
        expect(await student.dropout(x, p, () => 0, false), 'dropout after training').toBeCloseToTensor(x);
      }
    },
  );

  // A value of 1 becomes 0 or 1/(1 − p): variance p/(1 − p). Beyond 4 standard errors is one case in 16,000.
  check(
    'the mean stays',
    { task: 2, points: 2, hint: 'The sum that the next layer sees should be as large as without dropout.' },
    async () => {
      const random = stream('mean');
      const p = 0.3 + 0.4 * random.uniform();
      const ones = new Array<number>(400).fill(1);
      const found = await student.dropout(ones, p, () => random.uniform(), true);
      expect(found, 'what dropout returns for 400 values').toHaveLength(400);
      const mean = found.reduce((sum, value) => sum + value / 400, 0);
      const error = Math.sqrt(p / (1 - p) / 400);
      expect(mean, 'the mean of 400 ones after dropout').toBeGreaterThanOrEqual(1 - 4 * error);
      expect(mean, 'the mean of 400 ones after dropout').toBeLessThanOrEqual(1 + 4 * error);
    },
  );

  check(
    'learning rates of any epoch',
    { task: 3, points: 1, hint: 'Is every number used that is given?' },
    async () => {
      const random = stream('rates');
      const [lr, factor, every] = [
        0.1 + random.uniform(),
        0.2 + 0.7 * random.uniform(),
        2 + random.integer(5),
      ];
      let expected = lr;
      for (let epoch = 0; epoch < 4 * every; epoch++) {
        if (epoch > 0 && epoch % every === 0) expected *= factor;
        const decay = { every, factor };
        const found = await student.lrSchedule(lr, epoch, decay);
        expect(found, `the learning rate of epoch ${epoch}, cut every ${every}`).toBeCloseTo(expected, 6);
      }
    },
  );
}
