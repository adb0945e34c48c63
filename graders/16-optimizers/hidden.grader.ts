import { exercise, expect } from 'descent/grading';
import { draw, drawSettings } from './draws.ts';
import { exports } from './exports.ts';
import { checkPaths } from './hidden-paths.ts';
import { follow, RULE_NAMES, type RuleName, type Settings } from './rules.ts';
import { AFTER_TWENTY, GRADIENTS, USUAL } from './tensorflow.ts';

const TASKS: Record<RuleName, number> = {
  sgd: 1,
  momentum: 2,
  nesterov: 2,
  adagrad: 3,
  rmsprop: 3,
  adadelta: 3,
  adam: 4,
  adamax: 4,
  nadam: 4,
  ftrl: 5,
};
const STEPS = 20;

exercise('16-optimizers', exports, (context) => {
  const { check, student, stream } = context;

  /** The weights after each step of the submission's rule, one weight with given gradients. */
  const walk = async (
    rule: RuleName,
    from: number,
    gradients: readonly number[],
    settings: Settings,
  ): Promise<number[]> => {
    const path: number[] = [];
    let w = from;
    let memory: unknown = {};
    for (const g of gradients) {
      ({ w, memory } = await student[rule](w, g, memory, settings));
      path.push(w);
    }
    return path;
  };

  for (const rule of RULE_NAMES) {
    check(
      `${rule} over twenty steps`,
      {
        task: TASKS[rule],
        points: 1,
        hint: 'Are all settings used, each in the place that the formula gives it? What is remembered from step to step?',
      },
      async () => {
        const random = stream(rule);
        const from = 1 + random.uniform();
        const gradients = draw(random, STEPS);
        const drawn = drawSettings(random);
        // A rate of 0 must leave the weight where it is.
        for (const settings of [drawn, { ...drawn, lr: 0 }]) {
          const expected = follow(rule, from, (step) => gradients[step]!, STEPS, settings);
          const path = await walk(rule, from, gradients, settings);
          expected.forEach((w, step) => {
            expect(path[step], `the weight after step ${step + 1}`).toBeCloseTo(w, 6);
          });
        }
        if (rule in AFTER_TWENTY) {
          const end = (await walk(rule, 1, GRADIENTS, USUAL)).at(-1);
          const theirs = AFTER_TWENTY[rule as keyof typeof AFTER_TWENTY];
          expect(end, 'the weight after twenty steps with the usual settings').toBeCloseTo(theirs, 5);
        }
      },
    );
  }

  check(
    'steps under a constant gradient',
    { task: 2, points: 1, hint: 'What does the velocity come to when the gradient is always the same?' },
    async () => {
      const random = stream('constant');
      const settings = drawSettings(random);
      const g = 0.5 + random.uniform();
      for (const rule of ['momentum', 'nesterov'] as const) {
        const path = await walk(rule, 0, new Array<number>(200).fill(g), settings);
        const longest = (settings.lr * g) / (1 - settings.beta);
        expect(path[198]! - path[199]!, `the length of the 200th step of ${rule}`).toBeCloseTo(longest, 6);
      }
    },
  );

  check(
    'each weight has a memory of its own',
    {
      task: 2,
      points: 2,
      after: ['momentum over twenty steps'],
      hint: 'One weight whose gradient is always 0 stands beside one whose gradient is large. Does it stay where it is?',
    },
    async () => {
      const random = stream('memories');
      const settings = drawSettings(random);
      const gradients = Array.from({ length: 5 }, () => [0, ...draw(random, 3)]);
      const from = draw(random, 4);
      let state = {
        weights: from as readonly number[],
        memories: from.map(() => ({})) as readonly unknown[],
      };
      for (const each of gradients) {
        state = await student.stepAll('momentum', state.weights, each, state.memories, settings);
      }
      from.forEach((start, i) => {
        const alone = follow('momentum', start, (step) => gradients[step]![i]!, 5, settings);
        expect(state.weights[i], `weight ${i} of four after 5 steps`).toBeCloseTo(alone[4]!, 6);
      });
    },
  );

  check(
    'l1 makes a weight exactly zero',
    {
      task: 5,
      points: 2,
      after: ['ftrl over twenty steps'],
      hint: 'When z lies within lr · l1 of zero, what is left of it? And may a weight that is zero come back?',
    },
    async () => {
      const random = stream('zero');
      const settings = { ...drawSettings(random), l2: 0 };
      const { lr, start } = settings;
      for (const side of [-1, 1]) {
        const w = side * (0.5 + random.uniform());
        const g = 0.1 * random.normal();
        const z = Math.abs(lr * g - Math.sqrt(start + g * g) * w);
        const below = await walk('ftrl', w, [g], { ...settings, l1: (0.9 * z) / lr });
        expect(Math.abs(below[0]!), 'the size of a weight that just matters').toBeGreaterThan(1e-3 * z);
        const held = { ...settings, l1: (1.1 * z) / lr };
        const gradients = [g, ...new Array<number>(40).fill(-side * (0.5 + z / lr))];
        const path = await walk('ftrl', w, gradients, held);
        expect(Math.abs(path[0]!), 'the size of a weight that hardly matters').toBe(0);
        const expected = follow('ftrl', w, (step) => gradients[step]!, gradients.length, held);
        expect(path.at(-1), 'the weight after it has come back').toBeCloseTo(expected.at(-1)!, 6);
      }
    },
  );

  checkPaths(context);
});
