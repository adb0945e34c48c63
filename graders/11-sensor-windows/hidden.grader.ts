import { exercise, expect, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import { checkDetector } from './hidden-detector.ts';

/** Times that a sensor keeps: ascending, not even, from a few seconds on. */
function drawTimes(random: Stream, count: number): number[] {
  let time = 5 * random.uniform();
  return Array.from({ length: count }, () => (time += 0.5 + 4 * random.uniform()));
}

exercise('11-sensor-windows', exports, (context) => {
  const { check, student, stream } = context;

  check(
    'exact on lines',
    {
      task: 1,
      points: 2,
      hint: 'Readings do not come every so many seconds. Which two are beside the time?',
    },
    async () => {
      const random = stream('lines');
      for (let round = 0; round < 3; round++) {
        const [slope, start] = [random.normal(), 20 + random.normal()];
        const times = drawTimes(random, 20);
        const at = drawTimes(random, 15).filter((time) => time >= times[0]! && time <= times.at(-1)!);
        const line = (time: number) => start + slope * time;
        const values = await student.resampleLinear(times, times.map(line), at);
        expect(values, 'the values of a straight line').toBeCloseToTensor(at.map(line));
      }
    },
  );

  check(
    'holding never invents',
    {
      task: 1,
      points: 2,
      hint: 'Which reading is the last one at each time, or before it? Has a later one any say?',
    },
    async () => {
      const random = stream('hold');
      for (let round = 0; round < 3; round++) {
        const times = drawTimes(random, 20);
        const values = times.map(() => random.integer(5));
        const at = [times[0]!, ...drawTimes(random, 20).map((time) => times[0]! + time)];
        const before = at.map((time) => values[times.filter((own) => own <= time).length - 1]!);
        expect(await student.resampleHold(times, values, at), 'the values held').toEqual(before);
      }
    },
  );

  check(
    'any number of sensors',
    {
      task: 2,
      points: 2,
      hint: 'Which sensor begins last, and which ends first? Is each kind treated in its own way?',
    },
    async () => {
      const random = stream('sensors');
      for (const names of [['a'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e']]) {
        const sensors = names.map((name, i) => {
          const times = drawTimes(random, 25);
          // Each measured sensor is a straight line, so that every value between readings is known.
          const slope = random.normal();
          const isMeasured = i % 2 === 0;
          const values = times.map((time) => (isMeasured ? slope * time : random.integer(2)));
          return { name, times, values, slope, kind: isMeasured ? 'measured' : 'switched' };
        });
        const start = Math.max(...sensors.map(({ times }) => times[0]!));
        const end = Math.min(...sensors.map(({ times }) => times.at(-1)!));
        const { times, rows } = await student.alignSensors(
          Object.fromEntries(sensors.map(({ name, times, values, kind }) => [name, { times, values, kind }])),
          2,
        );
        const clock = Array.from({ length: Math.floor((end - start) / 2) + 1 }, (_, i) => start + 2 * i);
        expect(times, `the times of ${names.length} sensors`).toBeCloseToTensor(clock);
        const expected = clock.map((time) =>
          sensors.map((sensor) =>
            sensor.kind === 'measured'
              ? sensor.slope * time
              : sensor.values[sensor.times.filter((own) => own <= time).length - 1]!,
          ),
        );
        expect(rows, `the rows of ${names.length} sensors`).toBeCloseToTensor(expected);
      }
    },
  );

  check(
    'as many windows as fit',
    {
      task: 3,
      points: 2,
      hint: 'Of N rows, floor((N − L) / S) + 1 windows can be cut: none where N is smaller than L.',
    },
    async () => {
      const random = stream('windows');
      for (const [count, length, stride] of [
        [20, 5, 5],
        [23, 4, 3],
        [10, 10, 2],
        [9, 10, 1],
        [12 + random.integer(30), 2 + random.integer(8), 1 + random.integer(4)],
      ] as const) {
        const rows = Array.from({ length: count }, () => [random.normal(), random.normal()]);
        const cut = await student.windows(rows, length, stride);
        const fit = count < length ? 0 : Math.floor((count - length) / stride) + 1;
        expect(cut, `windows(${count} rows, ${length}, ${stride})`).toHaveLength(fit);
        cut.forEach((window, i) => {
          expect(window, `window ${i}`).toEqual(rows.slice(i * stride, i * stride + length));
        });
      }
    },
  );

  check(
    'what comes later changes nothing',
    {
      task: 3,
      points: 1,
      hint: 'Does a window hold anything but its own rows, such as a mean over all of them?',
    },
    async () => {
      const random = stream('later');
      const rows = Array.from({ length: 30 }, () => [random.normal()]);
      const changed = rows.map((row, i) => (i < 16 ? row : [row[0]! + 100]));
      const [cut, other] = [await student.windows(rows, 4, 4), await student.windows(changed, 4, 4)];
      expect(other.slice(0, 4), 'the windows before the change').toEqual(cut.slice(0, 4));
    },
  );

  check(
    'no row in two parts',
    {
      task: 4,
      points: 3,
      hint: 'How many rows are there between the end of one part and the beginning of the next?',
    },
    async () => {
      const random = stream('parts');
      for (const shares of [[0.5, 0.5], [0.8, 0.1, 0.1], [0.25, 0.25, 0.25, 0.25], [1]]) {
        const gap = random.integer(30);
        const count = 400 + random.integer(400);
        const parts = await student.chronoSplit(count, shares, gap);
        expect(parts, 'the parts').toHaveLength(shares.length);
        expect(parts[0]!.from, 'the beginning of the first part').toBe(0);
        expect(parts.at(-1)!.to, 'the end of the last part').toBe(count);
        const usable = count - gap * (shares.length - 1);
        parts.forEach(({ from, to }, i) => {
          if (i > 0) expect(from - parts[i - 1]!.to, `the rows left out before part ${i}`).toBe(gap);
          const off = Math.abs(to - from - shares[i]! * usable);
          expect(off, `how far the length of part ${i} is from its share`).toBeLessThan(shares.length);
        });
      }
    },
  );

  check(
    'both classes weigh the same',
    { task: 4, points: 1, hint: 'Add up the weights of all faults, and those of all others.' },
    async () => {
      const random = stream('weights');
      const labels = [0, 1, ...Array.from({ length: 98 }, () => (random.uniform() < 0.2 ? 1 : 0))];
      const [normal, fault] = await student.classWeights(labels);
      const faults = labels.filter((label) => label === 1).length;
      expect(faults * fault!, 'the weights of all faults together').toBeCloseTo(50, 4);
      expect((100 - faults) * normal!, 'the weights of all others together').toBeCloseTo(50, 4);
    },
  );

  checkDetector(context);
});
