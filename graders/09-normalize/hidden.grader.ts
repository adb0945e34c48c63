import { exercise, expect, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import { checkNetworks } from './hidden-networks.ts';
import { deviationOf, meanOf } from './judge.ts';

/** 5 to 12 rows of four columns: small numbers, negative ones, large ones, and one without spread. */
function drawRows(stream: Stream): number[][] {
  const constant = 1 + stream.integer(9);
  return Array.from({ length: 5 + stream.integer(8) }, () => [
    stream.normal(),
    -30 + 5 * stream.normal(),
    4000 + 800 * stream.normal(),
    constant,
  ]);
}

const columnsOf = (rows: readonly (readonly number[])[]) =>
  rows[0]!.map((_, column) => rows.map((row) => row[column]!));

exercise('09-normalize', exports, (context) => {
  const { check, student, stream } = context;

  check(
    'any columns',
    { task: 1, points: 2, hint: 'Try a column of negative numbers, and rows of one and of five columns.' },
    async () => {
      const random = stream('columns');
      for (let trial = 0; trial < 3; trial++) {
        const rows = drawRows(random);
        const columns = columnsOf(rows);
        const smallest = columns.map((column) => Math.min(...column));
        const ranges = columns.map((column, index) => Math.max(...column) - smallest[index]!);
        const zeros = columns.map(() => 0);
        const wanted = {
          standard: [columns.map(meanOf), columns.map(deviationOf)],
          minMax: [smallest, ranges],
          mean: [zeros, columns.map(meanOf)],
          none: [zeros, columns.map(() => 1)],
        } as const;
        for (const [kind, [shift, scale]] of Object.entries(wanted)) {
          const fitted = await student.fitScaler(rows, kind);
          expect(fitted.shift, `shift of "${kind}"`).toBeCloseToTensor(shift, { absolute: 1e-5 });
          expect(fitted.scale, `scale of "${kind}"`).toBeCloseToTensor(scale, { absolute: 1e-5 });
        }
      }
    },
  );

  check(
    'a column far from 0',
    {
      task: 1,
      points: 1,
      hint: 'The mean of the squares minus the square of the mean are two huge numbers. How many of their digits are right?',
    },
    async () => {
      const random = stream('far');
      // Like milliseconds since 1970: of 10²⁴ a number with 53 bits has only 16 digits.
      const start = 1e12 * (1 + random.uniform());
      const values = Array.from({ length: 12 }, () => Math.floor(1000 * random.uniform()));
      const rows = values.map((value) => [Math.floor(start) + value]);
      const { scale } = await student.fitScaler(rows, 'standard');
      expect(scale[0]! / deviationOf(values), 'the deviation, as a share of the right one').toBeCloseTo(1, 3);
    },
  );

  check(
    'mean 0 and deviation 1',
    { task: 2, points: 1, hint: 'Does each column use its own shift and its own scale?' },
    async () => {
      const random = stream('scaled');
      const rows = drawRows(random);
      const columns = columnsOf(await student.transform(rows, await student.fitScaler(rows, 'standard')));
      columns.forEach((column, index) => {
        expect(meanOf(column), `the mean of column ${index}`).toBeCloseTo(0, 6);
        const deviation = index === 3 ? 0 : 1;
        expect(deviationOf(column), `the deviation of column ${index}`).toBeCloseTo(deviation, 6);
      });
    },
  );

  check(
    'new rows may lie outside',
    { task: 2, points: 1, hint: 'A bird larger than any before: what does minMax make of it?' },
    async () => {
      const random = stream('outside');
      const [low, range] = [10 * random.normal(), 1 + random.uniform()];
      const rows = [-0.5, 0.25, 1.75].map((share) => [low + share * range]);
      const scaled = await student.transform(rows, { shift: [low], scale: [range] });
      expect(scaled, 'what transform returns').toBeCloseToTensor([[-0.5], [0.25], [1.75]], {
        absolute: 1e-6,
      });
    },
  );

  check(
    'there and back again',
    { task: 2, points: 2, hint: 'Which value has a column without spread, and where is it kept?' },
    async () => {
      const random = stream('back');
      const rows = drawRows(random);
      for (const kind of ['standard', 'minMax', 'mean', 'none']) {
        const scaler = await student.fitScaler(rows, kind);
        const back = await student.inverse(await student.transform(rows, scaler), scaler);
        expect(back, `the rows scaled by "${kind}" and taken back`).toBeCloseToTensor(rows, {
          absolute: 1e-6,
        });
      }
    },
  );

  check(
    'how narrow any valley is',
    {
      task: 3,
      points: 2,
      hint: 'What becomes of it when 100 is added to every x, and when x is standardized?',
    },
    async () => {
      const random = stream('valleys');
      for (const [mean, deviation] of [
        [0, 1],
        [0, 0.1 + random.uniform()],
        [5 * random.normal(), 1 + random.uniform()],
        [4000, 800],
      ] as const) {
        const xs = Array.from({ length: 9 }, () => mean + deviation * random.normal());
        const name = `the condition number of ${xs.map((x) => Number(x.toPrecision(3))).join(', ')}`;
        const ratio = (await student.conditionNumber(xs)) / valleyOf(xs);
        expect(ratio, `${name}, as a share of the right one,`).toBeCloseTo(1, 3);
      }
      const rows = Array.from({ length: 9 }, () => [200 + 14 * random.normal()]);
      const scaled = await student.transform(rows, await student.fitScaler(rows, 'standard'));
      const standardized = await student.conditionNumber(scaled.map(([x]) => x!));
      expect(standardized, 'the condition number of a standardized column').toBeCloseTo(1, 3);
    },
  );

  checkNetworks(context);
});

/** λ₁ / λ₂, where the two are 1 + q ± the root of (1 − q)² + 4m², halved, and their product is the variance. */
function valleyOf(xs: readonly number[]): number {
  const [mean, variance] = [meanOf(xs), deviationOf(xs) ** 2];
  const square = variance + mean ** 2;
  const steepest = (1 + square + Math.hypot(1 - square, 2 * mean)) / 2;
  return steepest ** 2 / variance;
}
