import { createStream, definePictures, type PictureSpec, type Student } from 'descent/grading';
import { exports } from './exports.ts';
import { askAll, spreadOf } from './judge.ts';

type Answer = Student<typeof exports>;
type Rows = readonly (readonly number[])[];

/** All that the pictures show, computed once for each answer. */
interface Shown {
  /** Snapshots that the network has not seen, and what is said of them. */
  readonly X: Rows;
  readonly U: Rows;
  readonly said: { readonly network: Rows; readonly cubic: Rows };
  /** What the report of the answer says of both. */
  readonly skill: { readonly network: number; readonly cubic: number };
  /** X every 0.05 units of time, from the same start. */
  readonly weather: { readonly truth: Rows; readonly network: Rows; readonly none: Rows };
  /** X over 60 units of time and more. */
  readonly climate: Readonly<Record<'truth' | 'none' | 'cubic' | 'network', Rows>>;
}

const shown = new WeakMap<Answer, Promise<Shown>>();

function show(student: Answer): Promise<Shown> {
  const known = shown.get(student) ?? compute(student);
  shown.set(student, known);
  return known;
}

/** A state of both scales that lies within the usual. */
function drawStart(name: string): { X: number[]; Y: number[] } {
  const stream = createStream(32).derive(name);
  const normals = (count: number, size: number) =>
    Array.from({ length: count }, () => size * stream.normal());
  return { X: normals(8, 3), Y: normals(64, 0.1) };
}

async function compute(student: Answer): Promise<Shown> {
  const day = { forcing: 18, skip: 2500, every: 50 };
  const training = await student.simulateTruth(drawStart('training'), { ...day, count: 500 });
  const { X, U } = await student.simulateTruth(drawStart('unseen'), { ...day, count: 800 });
  const network = await student.train(training, { epochs: 12, seed: 1 });
  const { none, cubic } = await student.rivals(training);
  const simulate = (subgrid: unknown) => student.online(subgrid, X[0]!, { forcing: 18, steps: 12_000 });
  const runs = { network: await simulate(network), cubic: await simulate(cubic), none: await simulate(none) };
  const skillOf = async (subgrid: unknown) => (await student.report(subgrid, { X, U }, { X, U })).today;
  // The same start, looked at more often.
  const close = { forcing: 18, skip: 2500, count: 81, every: 25 };
  const closely = (run: Rows) => run.slice(0, 801).filter((_, step) => step % 10 === 0);
  return {
    X,
    U,
    said: { network: await askAll(network, X), cubic: await askAll(cubic, X) },
    skill: { network: await skillOf(network), cubic: await skillOf(cubic) },
    weather: {
      truth: (await student.simulateTruth(drawStart('unseen'), close)).X,
      network: closely(runs.network),
      none: closely(runs.none),
    },
    climate: { truth: X, ...runs },
  };
}

const quantitative = (field: string, title: string, domain: readonly number[], axis: object = {}) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis,
});

/** How many of 100 values lie in each box of width 2, by the middle of the box. */
function shares(run: Rows): { x: number; share: number }[] {
  const values = run.flat();
  return Array.from({ length: 18 }, (_, box) => {
    const left = -14 + 2 * box;
    const inside = values.filter((value) => value >= left && value < left + 2).length;
    return { x: left + 1, share: (100 * inside) / values.length };
  });
}

export const pictures = definePictures(exports, {
  'offline-fit': {
    title: 'What is said of snapshots that it has not seen',
    description:
      'Left: what the fast scale does at a site, U, against X there: a broad rising cloud, with a cubic through its middle. Right: U as the network says it, from five neighbors, against the true U: a narrower cloud along the diagonal.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { X, U, said, skill } = await show(student);
      // Every twentieth snapshot: all of them would be one blot.
      const points = X.flatMap((row, n) =>
        n % 20 > 0
          ? []
          : row.map((x, k) => ({ x, u: U[n]![k]!, cubic: said.cubic[n]![k]!, said: said.network[n]![k]! })),
      );
      const x = quantitative('x', 'X', [-15, 24], { values: [-10, 0, 10, 20] });
      const u = quantitative('u', 'true U', [-5, 6], { values: [-4, -2, 0, 2, 4, 6] });
      const cloud = { type: 'point', filled: true, size: 9, opacity: 0.5, color: color.ink, clip: true };
      return {
        hconcat: [
          {
            title: { text: 'A cubic of one X', subtitle: `R² ${skill.cubic.toFixed(2)}` },
            width: 235,
            height: 250,
            data: { values: points },
            layer: [
              { mark: cloud, encoding: { x, y: u } },
              {
                mark: { type: 'line', strokeWidth: 3, color: color.second },
                encoding: { x, y: { ...u, field: 'cubic' } },
              },
            ],
          },
          {
            title: { text: 'The network, five X', subtitle: `R² ${skill.network.toFixed(2)}` },
            width: 235,
            height: 250,
            layer: [
              {
                data: { values: points },
                mark: cloud,
                encoding: { x: quantitative('said', 'U as the network says', [-5, 6]), y: u },
              },
              {
                data: { values: [{ u: -5 }, { u: 6 }] },
                mark: { type: 'line', strokeWidth: 3, color: color.first },
                encoding: { x: quantitative('u', 'U as the network says', [-5, 6]), y: u },
              },
            ],
          },
        ],
      };
    },
  },

  'online-trajectories': {
    title: 'The weather at one site',
    description:
      'X at one site over 4 units of time, from the same start. With the network inside the simulation stays with the truth for one unit; with nothing inside it leaves earlier. Afterwards all three go their own ways, up and down alike.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { weather } = await show(student);
      const series = [
        { name: 'nothing inside', rows: weather.none, paint: color.muted },
        { name: 'truth', rows: weather.truth, paint: color.ink },
        { name: 'network inside', rows: weather.network, paint: color.first },
      ];
      const values = series.flatMap(({ name, rows }) =>
        rows.map((row, n) => ({ name, time: n / 20, x: row[0]! })),
      );
      return {
        width: 560,
        height: 280,
        data: { values },
        mark: { type: 'line', strokeWidth: 2.5, interpolate: 'monotone' },
        encoding: {
          x: quantitative('time', 'time (1 is about five days)', [0, 4], { tickCount: 5 }),
          y: quantitative('x', 'X at site 0', [-15, 22]),
          color: {
            field: 'name',
            type: 'nominal',
            title: null,
            scale: { domain: series.map(({ name }) => name), range: series.map(({ paint }) => paint) },
            legend: { orient: 'top' },
          },
        },
      };
    },
  },

  'climate-statistics': {
    title: 'The climate: how often each value occurs',
    description:
      'How many of 100 values of X lie in each box of width 2. Truth, network and cubic have nearly the same curve, highest near 3. With nothing inside the curve is lower and broader: very low and very high values occur more often.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { climate } = await show(student);
      const series = [
        { name: 'truth', rows: climate.truth, paint: color.ink, dash: [1, 0] },
        { name: 'network', rows: climate.network, paint: color.first, dash: [1, 0] },
        { name: 'cubic', rows: climate.cubic, paint: color.third, dash: [6, 3] },
        { name: 'none', rows: climate.none, paint: color.second, dash: [1, 0] },
      ];
      const labels = series.map(({ name, rows }) => `${name}, spread ${spreadOf(rows.flat()).toFixed(1)}`);
      const values = series.flatMap(({ rows }, index) =>
        shares(rows).map((box) => ({ ...box, name: labels[index]! })),
      );
      const domain = { domain: labels };
      return {
        width: 560,
        height: 300,
        data: { values },
        mark: { type: 'line', strokeWidth: 2.5, interpolate: 'monotone' },
        encoding: {
          x: quantitative('x', 'X', [-14, 22]),
          y: quantitative('share', 'of 100 values', [0, 16]),
          color: {
            field: 'name',
            type: 'nominal',
            title: null,
            scale: { ...domain, range: series.map(({ paint }) => paint) },
            legend: { orient: 'top-right' },
          },
          strokeDash: {
            field: 'name',
            type: 'nominal',
            title: null,
            scale: { ...domain, range: series.map(({ dash }) => dash) },
            legend: { orient: 'top-right' },
          },
        },
      };
    },
  },
});
