import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { checkScaling } from './hidden-scaling.ts';
import { checkTraining } from './hidden-training.ts';
import { draw, drawAny, lossOf, netOf } from './points.ts';

exercise('06-adaline', exports, (context) => {
  const { check, student, stream } = context;

  check(
    'any number of features',
    { task: 1, points: 1, hint: 'Does your sum run over all features, however many there are?' },
    async () => {
      const random = stream('net');
      for (let features = 1; features <= 5; features++) {
        for (let point = 0; point < 12; point++) {
          const [w, b, x] = [draw(random, features), random.normal(), draw(random, features)];
          const expected = netOf({ w, b }, x);
          const received = await student.net(w, b, x);
          expect(received, `the net input of ${features} features`).toBeCloseTo(expected, 5);
          const named = await student.classify(w, b, x);
          expect(named, `the class of a point of ${features} features`).toBe(expected > 0 ? 1 : -1);
        }
      }
    },
  );

  check(
    'the loss on other points',
    { task: 2, points: 2, hint: 'Is it the sum over all points that were given, with their own targets?' },
    async () => {
      const random = stream('loss');
      for (const features of [1, 3]) {
        const points = drawAny(random, features);
        const neuron = { w: draw(random, features), b: random.normal() };
        const loss = await student.sse(neuron.w, neuron.b, points);
        expect(loss, `the loss on 7 points of ${features} features`).toBeCloseTo(lossOf(neuron, points), 4);
      }
    },
  );

  check(
    'gradient equals finite differences',
    {
      task: 3,
      points: 3,
      hint: 'Move one weight a little, compute the loss on both sides, divide the difference by the distance: is that its slope? Then the bias.',
    },
    async () => {
      const random = stream('gradient');
      for (let features = 1; features <= 4; features++) {
        const points = drawAny(random, features);
        const [w, b] = [draw(random, features), random.normal()];
        const { dw, db } = await student.sseGrad(w, b, points);
        expect(dw, `dw of ${features} features`).toHaveLength(features);
        await expect([...dw, db], 'the list of dw and then db').toMatchFiniteDifferences(
          (at: readonly number[]) => lossOf({ w: at.slice(0, -1), b: at.at(-1)! }, points),
          [...w, b],
        );
      }
    },
  );

  checkTraining(context);
  checkScaling(context);
});
