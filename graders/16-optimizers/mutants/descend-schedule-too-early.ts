/**
 * Rejected by: two steps with a rate that falls
 * The first step has the rate of the second one.
 */
import {
  factor,
  stepAll,
  type Memory,
  type RuleName,
  type Walk,
} from '../../../solutions/16-optimizers/exercise.ts';

export function descend(rule: RuleName, { curvatures, from, settings, steps, schedule }: Walk): number[][] {
  const path = [[...from]];
  let memories: Memory[] = from.map(() => ({}));
  let weights = [...from];

  for (let t = 0; t < steps; t++) {
    const gradients = weights.map((w, i) => curvatures[i]! * w);
    const lr = settings.lr * (schedule ? factor(schedule, t + 1) : 1);
    const after = stepAll(rule, weights, gradients, memories, { ...settings, lr });
    weights = after.weights;
    memories = after.memories;
    path.push(weights);
  }
  return path;
}
