import { exercise, expect, type Student } from 'descent/grading';
import { exports } from './exports.ts';
import { checkPaths } from './visible-paths.ts';
import { PLAIN } from './visible-settings.ts';

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

exercise('16-optimizers', exports, (context) => {
  const { check, student } = context;

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

  checkPaths(context);
});
