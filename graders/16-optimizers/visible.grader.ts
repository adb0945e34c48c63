import { exercise, expect, type Student } from 'descent/grading';
import { exports } from './exports.ts';

/** Settings that make examples short; each check changes what it is about. */
const PLAIN = {
  lr: 0.1,
  beta: 0.5,
  decay: 0.75,
  beta1: 0.5,
  beta2: 0.75,
  epsilon: 0,
  start: 0,
  l1: 0,
  l2: 0,
};

type Rules = Student<typeof exports>;
type RuleName = Exclude<keyof Rules, 'stepAll' | 'factor' | 'descend' | 'bestSettings'>;

/** Takes steps with the given gradients and compares the weight after each. */
async function expectSteps(
  student: Rules,
  rule: RuleName,
  steps: {
    readonly from: number;
    readonly gradients: readonly number[];
    readonly weights: readonly number[];
    readonly settings?: Partial<typeof PLAIN>;
  },
): Promise<void> {
  let w = steps.from;
  let memory: unknown = {};
  for (const [index, g] of steps.gradients.entries()) {
    ({ w, memory } = await student[rule](w, g, memory, { ...PLAIN, ...steps.settings }));
    expect(w, `the weight after step ${index + 1} of ${rule}`).toBeCloseTo(steps.weights[index]!, 5);
  }
}

exercise('16-optimizers', exports, ({ check, student }) => {
  check('one step of sgd', { task: 1, points: 1, hint: 'Which way is down, and how far do you go?' }, () =>
    expectSteps(student, 'sgd', { from: 1, gradients: [4, -3], weights: [0.6, 0.9] }),
  );

  check(
    'all weights at once',
    {
      task: 1,
      points: 1,
      after: ['one step of sgd'],
      hint: 'Every weight has its own gradient and memory. Do both lists come back in the same order?',
    },
    async () => {
      const { weights, memories } = await student.stepAll('sgd', [1, 2, 3], [10, 0, -5], [{}, {}, {}], PLAIN);
      expect(memories, 'the list of memories of three weights').toHaveLength(3);
      expect(weights, 'the list of three weights').toHaveLength(3);
      [0, 2, 3.5].forEach((expected, i) => {
        expect(weights[i], `weight ${i}`).toBeCloseTo(expected, 6);
      });
    },
  );

  check(
    'three steps with momentum',
    {
      task: 2,
      points: 2,
      hint: 'The velocity keeps a part of what it was, and gets all of the new gradient. Is it remembered?',
    },
    () => expectSteps(student, 'momentum', { from: 1, gradients: [2, 2, 2], weights: [0.8, 0.5, 0.15] }),
  );

  check(
    'three steps of nesterov',
    {
      task: 2,
      points: 2,
      hint: 'First the new velocity; then a step with the gradient and the part of that velocity which the next step will keep.',
    },
    () => expectSteps(student, 'nesterov', { from: 1, gradients: [2, 2, 2], weights: [0.7, 0.35, -0.025] }),
  );

  check(
    'two steps of adagrad',
    { task: 3, points: 2, hint: 'Where does the sum of squares start, and does it ever become smaller?' },
    () =>
      expectSteps(student, 'adagrad', {
        from: 10,
        gradients: [3, 3],
        weights: [9.25, 8.65],
        settings: { lr: 1, start: 7 },
      }),
  );

  check(
    'two steps of rmsprop',
    { task: 3, points: 2, hint: 'How much of the old mean stays, and how much of the new square comes in?' },
    () =>
      expectSteps(student, 'rmsprop', { from: 10, gradients: [4, 2], weights: [8, 7], settings: { lr: 1 } }),
  );

  check(
    'two steps of adadelta',
    {
      task: 3,
      points: 2,
      hint: 'Which of the two means has seen the present gradient when the step is computed, and which one sees the step only afterwards?',
    },
    () =>
      expectSteps(student, 'adadelta', {
        from: 10,
        gradients: [2, 2],
        weights: [8.585786, 7.108688],
        settings: { lr: 1, epsilon: 1 },
      }),
  );

  check(
    'the first step of adam',
    {
      task: 4,
      points: 2,
      hint: 'At the first step the corrected mean is the gradient itself, and the corrected mean square its square. What is left of its size?',
    },
    async () => {
      for (const g of [0.02, 3, -400]) {
        const settings = { ...PLAIN, beta1: 0.9, beta2: 0.999 };
        const { w } = await student.adam(1, g, {}, settings);
        expect(w, `the weight after the first step, with gradient ${g},`).toBeCloseTo(
          1 - 0.1 * Math.sign(g),
          5,
        );
      }
    },
  );

  check(
    'two steps of adam',
    {
      task: 4,
      points: 2,
      after: ['the first step of adam'],
      hint: 'What is t in the second step? Which of the two means has which beta?',
    },
    () => expectSteps(student, 'adam', { from: 1, gradients: [2, 1], weights: [0.9, 0.811808] }),
  );

  check(
    'two steps of adamax',
    {
      task: 4,
      points: 1,
      hint: 'The larger of two: the old one, a little faded, and the size of the present gradient. Only the mean needs a correction.',
    },
    () =>
      expectSteps(student, 'adamax', {
        from: 1,
        gradients: [-2, 0.5],
        weights: [1.1, 1.133333],
        settings: { beta2: 0.5 },
      }),
  );

  check(
    'two steps of nadam',
    {
      task: 4,
      points: 1,
      hint: 'The mean counts as if one step had passed already, so its correction has t + 1; the gradient counts for now.',
    },
    () => expectSteps(student, 'nadam', { from: 1, gradients: [2, 1], weights: [0.866667, 0.784774] }),
  );

  check(
    'a step of ftrl',
    {
      task: 5,
      points: 2,
      hint: 'Where does z start? Without penalties the step should be the one of adagrad.',
    },
    () =>
      expectSteps(student, 'ftrl', {
        from: 1,
        gradients: [3],
        weights: [0.4],
        settings: { lr: 1, start: 16 },
      }),
  );

  check(
    'two steps of ftrl with penalties',
    {
      task: 5,
      points: 1,
      after: ['a step of ftrl'],
      hint: 'Which way does l1 move z, and what does l2 do to the divisor?',
    },
    () =>
      expectSteps(student, 'ftrl', {
        from: 1,
        gradients: [3, 12],
        weights: [0.166667, -0.547619],
        settings: { lr: 1, start: 16, l1: 1, l2: 0.5 },
      }),
  );

  const factors = async (schedule: object, expected: readonly (readonly [t: number, factor: number])[]) => {
    for (const [t, value] of expected) {
      expect(await student.factor(schedule, t), `the factor after ${t} steps`).toBeCloseTo(value, 5);
    }
  };

  check(
    'rates that fall by steps and by powers',
    { task: 6, points: 1, hint: 'How often has the rate been cut after t steps?' },
    async () => {
      await factors({ type: 'step', decay: 0.5, every: 10 }, [
        [9, 1],
        [10, 0.5],
        [25, 0.25],
      ]);
      await factors({ type: 'exponential', decay: 0.9 }, [
        [0, 1],
        [2, 0.81],
      ]);
    },
  );

  check(
    'rates that fall by a cosine and by 1/t',
    {
      task: 6,
      points: 1,
      hint: 'Where does half a cosine start, where is it halfway, and what comes after its end?',
    },
    async () => {
      await factors({ type: 'cosine', steps: 100 }, [
        [0, 1],
        [25, 0.853553],
        [50, 0.5],
        [100, 0],
        [150, 0],
      ]);
      await factors({ type: 'inverseTime', decay: 0.1 }, [
        [0, 1],
        [10, 0.5],
        [30, 0.25],
      ]);
    },
  );

  const ravine = { curvatures: [1, 100], from: [1, 1], steps: 2 };
  const expectPath = (path: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
    expect(path, `the path of ${expected.length - 1} steps`).toHaveLength(expected.length);
    expected.forEach((weights, step) => {
      expect(path[step], `the weights after ${step} steps`).toHaveLength(2);
      weights.forEach((w, i) => {
        expect(path[step]![i], `weight ${i} after ${step} steps`).toBeCloseTo(w, 6);
      });
    });
  };

  check(
    'two steps down a ravine',
    {
      task: 7,
      points: 2,
      after: ['all weights at once'],
      hint: 'The path begins where the walk begins. Each gradient is that of the place where you are.',
    },
    async () => {
      expectPath(await student.descend('sgd', { ...ravine, settings: { ...PLAIN, lr: 0.015 } }), [
        [1, 1],
        [0.985, -0.5],
        [0.970225, 0.25],
      ]);
    },
  );

  check(
    'two steps with a rate that falls',
    {
      task: 7,
      points: 1,
      after: ['two steps down a ravine', 'rates that fall by steps and by powers'],
      hint: 'The first step has the whole learning rate, the next ones that rate times their factor.',
    },
    async () => {
      const schedule = { type: 'exponential', decay: 0.5 };
      expectPath(await student.descend('sgd', { ...ravine, settings: { ...PLAIN, lr: 0.015 }, schedule }), [
        [1, 1],
        [0.985, -0.5],
        [0.9776125, -0.125],
      ]);
    },
  );

  check(
    'the best settings for a bowl',
    {
      task: 7,
      points: 2,
      hint: 'Momentum works with the roots of the curvatures. What is squared, what is not?',
    },
    async () => {
      const { sgd, momentum } = await student.bestSettings(1, 9);
      expect(sgd.lr, 'the learning rate of sgd for curvatures 1 and 9').toBeCloseTo(0.2, 6);
      expect(momentum.lr, 'the learning rate of momentum for curvatures 1 and 9').toBeCloseTo(0.25, 6);
      expect(momentum.beta, 'the beta of momentum for curvatures 1 and 9').toBeCloseTo(0.25, 6);
    },
  );
});
