import { createStream, exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** A run whose first sensor is at 30 while the valve is stuck, else at 20, give or take; the second says nothing. */
function simpleRun(noise: number): { rows: number[][]; states: number[] } {
  const random = createStream(11).derive('simple');
  const states = Array.from({ length: 600 }, (_, i) => (i % 100 >= 70 ? 1 : 0));
  const rows = states.map((state) => [
    20 + 10 * state + noise * random.normal(),
    500 + 100 * random.normal(),
  ]);
  return { rows, states };
}

/** A window of six rows whose first sensor is at one level. */
const level = (value: number) => Array.from({ length: 6 }, () => [value, 500]);

exercise('11-sensor-windows', exports, ({ check, student }) => {
  check(
    'between two readings',
    { task: 1, points: 1, hint: 'How far is the time on its way from one reading to the next?' },
    async () => {
      const values = await student.resampleLinear([0, 10, 20], [20, 24, 22], [-5, 0, 5, 10, 12.5, 30]);
      expect(values, 'the temperature at -5, 0, 5, 10, 12.5 and 30 s').toBeCloseToTensor([
        20, 20, 22, 24, 23.5, 22,
      ]);
    },
  );

  check(
    'on stays on',
    { task: 1, points: 1, hint: 'Nothing is written down until the switch moves. What is true until then?' },
    async () => {
      const values = await student.resampleHold([0, 4, 9], [1, 0, 1], [-1, 0, 3, 4, 8, 9, 20]);
      expect(values, 'the switch at -1, 0, 3, 4, 8, 9 and 20 s').toEqual([1, 1, 1, 0, 0, 1, 1]);
    },
  );

  check(
    'two clocks, one table',
    {
      task: 2,
      points: 2,
      hint: 'Both sensors have begun at 2 s, and neither has ended before 18 s. Which of them may be interpolated?',
    },
    async () => {
      const { times, rows } = await student.alignSensors(
        {
          temperature: { times: [0, 5, 10, 15, 20, 25], values: [20, 21, 22, 23, 24, 25], kind: 'measured' },
          beam: { times: [2, 6, 13, 18], values: [1, 0, 1, 1], kind: 'switched' },
        },
        4,
      );
      expect(times, 'the times').toEqual([2, 6, 10, 14, 18]);
      expect(rows, 'the rows').toBeCloseToTensor([
        [20.4, 1],
        [21.2, 0],
        [22, 0],
        [22.8, 1],
        [23.6, 1],
      ]);
    },
  );

  check(
    'three windows of three',
    {
      task: 3,
      points: 2,
      hint: 'The first begins at row 0, the second `stride` rows later. Is the last one complete?',
    },
    async () => {
      const rows = [[0], [1], [2], [3], [4], [5], [6], [7]];
      expect(await student.windows(rows, 3, 2), 'windows of 3 rows, 2 apart, of 8 rows').toEqual([
        [[0], [1], [2]],
        [[2], [3], [4]],
        [[4], [5], [6]],
      ]);
    },
  );

  check(
    'two rules for a label',
    { task: 3, points: 2, hint: 'More than half of them, or at least one: is exactly half more than half?' },
    async () => {
      const cases = [
        { states: [0, 1, 1], majority: 1, any: 1 },
        { states: [0, 0, 1], majority: 0, any: 1 },
        { states: [0, 1], majority: 0, any: 1 },
        { states: [0, 0, 0], majority: 0, any: 0 },
      ];
      for (const { states, majority, any } of cases) {
        const named = `states ${states.join(', ')}`;
        expect(await student.labelWindow(states, 'majority'), `"majority" of the ${named}`).toBe(majority);
        expect(await student.labelWindow(states, 'any'), `"any" of the ${named}`).toBe(any);
      }
    },
  );

  check(
    'three parts with gaps',
    {
      task: 4,
      points: 2,
      hint: 'Two gaps of 10 leave 80 of 100 rows. What is 60 % of 80, and where does the next part begin?',
    },
    async () => {
      expect(await student.chronoSplit(100, [0.6, 0.2, 0.2], 10), 'the parts of 100 rows').toEqual([
        { from: 0, to: 48 },
        { from: 58, to: 74 },
        { from: 84, to: 100 },
      ]);
    },
  );

  check(
    'one fault in four',
    { task: 4, points: 1, hint: 'n = 4; one class occurs three times, the other once.' },
    async () => {
      const weights = await student.classWeights([0, 0, 1, 0]);
      expect(weights, 'the weights of normal and fault').toBeCloseToTensor([2 / 3, 2]);
    },
  );

  check(
    'a fault that everybody sees',
    {
      task: 5,
      points: 3,
      hint: 'Does the label belong to the rows of its own window? Are windows that are asked about scaled as in training?',
    },
    async () => {
      const detector = await student.trainDetector(simpleRun(1), { length: 6, stride: 1, seed: 1 });
      const [hot, other] = await student.detect(detector, [level(30), level(29)]);
      const [normal] = await student.detect(detector, [level(20)]);
      expect(hot, 'the probability of a fault at 30 K').toBeGreaterThan(0.5);
      expect(other, 'the probability of a fault at 29 K').toBeGreaterThan(0.5);
      expect(normal, 'the probability of a fault at 20 K').toBeLessThan(0.5);
    },
  );

  check(
    'the same seed, the same detector',
    { task: 5, points: 1, hint: 'What is drawn besides the initial weights?' },
    async () => {
      const answer = async () => {
        const detector = await student.trainDetector(simpleRun(8), { length: 6, stride: 3, seed: 5 });
        return student.detect(detector, [level(18), level(25), level(32)]);
      };
      await expect(answer, 'the answers of a detector with seed 5').toBeDeterministic();
    },
  );
});
