import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { crossentropyOf, draw, drawShares, softmaxOf } from './probabilities.ts';

/** Adds the hidden checks of tasks 4 and 5: the losses of labels and of probabilities. */
export function checkCrossentropies({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'two classes anywhere',
    {
      task: 4,
      points: 2,
      hint: 'From a logit and from its sigmoid the loss is the same. A label may be a share, such as 0.3: both terms count then.',
    },
    async () => {
      const random = stream('two classes');
      for (let trial = 0; trial < 6; trial++) {
        const logit = 3 * random.normal();
        for (const label of [0, 1, 0.1 + 0.3 * random.uniform()]) {
          const expected = Math.log(1 + Math.exp(logit)) - label * logit;
          const fromLogit = await student.binaryCrossentropy(label, logit, 'logits');
          expect(fromLogit, `the loss of the label ${label} and the logit ${logit}`).toBeCloseTo(expected, 5);
          const p = 1 / (1 + Math.exp(-logit));
          const fromProbability = await student.binaryCrossentropy(label, p, 'probabilities');
          expect(fromProbability, `the loss of the label ${label} and the probability ${p}`).toBeCloseTo(
            expected,
            4,
          );
        }
        const score = 2 * random.normal();
        const pair = (await student.hinge(1, score)) + (await student.hinge(0, score));
        expect(pair, `the hinge of ${score} for both labels together`).toBeCloseTo(
          Math.max(2, 1 + Math.abs(score)),
          6,
        );
      }
    },
  );

  check(
    'crossentropies of any classes',
    {
      task: 5,
      points: 2,
      hint: 'Any number of classes, any of them the right one, probable or not. In a target of shares each of them counts.',
    },
    async () => {
      const random = stream('classes');
      for (const classes of [2, 4, 7]) {
        const logits = draw(random, classes).map((value) => 2 * value);
        const probabilities = softmaxOf(logits);
        const shares = drawShares(random, classes);
        const dense = crossentropyOf(shares, probabilities);
        for (const [from, outputs] of [
          ['logits', logits],
          ['probabilities', probabilities],
        ] as const) {
          const ofShares = await student.categoricalCrossentropy(shares, outputs, from);
          expect(ofShares, `the loss of a target of shares, from ${from}`).toBeCloseTo(dense, 4);
          for (const label of probabilities.keys()) {
            const expected = -Math.log(probabilities[label]!);
            const sparse = await student.sparseCategoricalCrossentropy(label, outputs, from);
            expect(sparse, `the loss of the class ${label}, from ${from}`).toBeCloseTo(expected, 4);
            const oneHot = probabilities.map((_, c) => (c === label ? 1 : 0));
            const same = await student.categoricalCrossentropy(oneHot, outputs, from);
            expect(same, `the loss with 1 at the class ${label}, from ${from}`).toBeCloseTo(expected, 4);
          }
        }
      }
    },
  );

  check(
    'crossentropy is entropy plus divergence',
    {
      task: 5,
      points: 2,
      hint: 'The divergence is never below 0, and 0 only where both are the same. A share of 0 adds nothing, whatever p is.',
    },
    async () => {
      const random = stream('divergence');
      for (const classes of [2, 3, 6]) {
        const [target, probabilities] = [drawShares(random, classes), drawShares(random, classes)];
        const expected = crossentropyOf(target, probabilities) - crossentropyOf(target, target);
        const divergence = await student.klDivergence(target, probabilities);
        expect(divergence, 'the divergence').toBeCloseTo(expected, 5);
        const oneHot = probabilities.map((_, c) => (c === 1 ? 1 : 0));
        const certain = await student.klDivergence(oneHot, probabilities);
        expect(certain, 'the divergence from a target with 1 at one class').toBeCloseTo(
          -Math.log(probabilities[1]!),
          5,
        );
      }
    },
  );

  check(
    'gradient by finite differences',
    {
      task: 5,
      points: 2,
      hint: 'Away from equal logits each class has a probability of its own. What does the gradient add up to?',
    },
    async () => {
      const random = stream('gradient');
      for (const classes of [2, 5]) {
        const logits = draw(random, classes);
        const label = random.integer(classes);
        const gradient = await student.logitGradient(label, logits);
        // The loss is computed here, so that a wrong loss with its own gradient gains nothing.
        await expect(gradient, 'the gradient').toMatchFiniteDifferences(
          (beside) => -Math.log(softmaxOf(beside)[label]!),
          logits,
        );
      }
    },
  );
}
