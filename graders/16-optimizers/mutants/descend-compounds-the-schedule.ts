/**
 * Rejected by: paths on other bowls
 * The factor is multiplied with the rate of the step before.
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
  let { lr } = settings;
  for (let t = 0; t < steps; t++) {
    const gradients = weights.map((w, i) => curvatures[i]! * w);
    lr *= schedule ? factor(schedule, t) : 1;
    const after = stepAll(rule, weights, gradients, memories, { ...settings, lr });
    weights = after.weights;
    memories = after.memories;
    path.push(weights);
  }
  return path;
}
