/** The numbers that rules are set with, as in exercises/16-optimizers/exercise.ts. */
export interface Settings {
  readonly lr: number;
  readonly beta: number;
  readonly decay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly start: number;
  readonly l1: number;
  readonly l2: number;
}

/** How far a weight goes back in one step, from all gradients so far, the present one last. */
type Back = (gradients: readonly number[], settings: Settings) => number;

/** Σ rateᵃ·valueₐ, where the present value has the age a = 0: what an average that forgets comes to. */
function fading(rate: number, values: readonly number[]): number {
  return values.reduce((sum, value, k) => sum + rate ** (values.length - 1 - k) * value, 0);
}

const squared = (values: readonly number[]) => values.map((value) => value ** 2);
const last = (values: readonly number[]) => values[values.length - 1]!;

/** The weights of the mean of all gradients are divided by their sum, which is the correction of Adam. */
const corrected = (rate: number, values: readonly number[]) =>
  fading(rate, values) /
  fading(
    rate,
    values.map(() => 1),
  );
const adamSize = (gradients: readonly number[], { beta2, epsilon }: Settings) =>
  Math.sqrt(corrected(beta2, squared(gradients))) + epsilon;

/** The rules whose steps do not depend on where the weight is, without memory: as sums over all that was. */
const BACK = {
  sgd: (gradients, { lr }) => lr * last(gradients),
  momentum: (gradients, { lr, beta }) => lr * fading(beta, gradients),
  nesterov: (gradients, { lr, beta }) => lr * (last(gradients) + beta * fading(beta, gradients)),
  adagrad: (gradients, { lr, start, epsilon }) =>
    (lr * last(gradients)) / Math.sqrt(start + fading(1, squared(gradients)) + epsilon),
  rmsprop: (gradients, { lr, decay, epsilon }) =>
    (lr * last(gradients)) / Math.sqrt((1 - decay) * fading(decay, squared(gradients)) + epsilon),
  adadelta(gradients, { lr, decay, epsilon }) {
    const steps: number[] = [];
    gradients.forEach((g, k) => {
      const size = (1 - decay) * fading(decay, squared(gradients.slice(0, k + 1))) + epsilon;
      const recent = (1 - decay) * fading(decay, squared(steps)) + epsilon;
      steps.push(g * Math.sqrt(recent / size));
    });
    return lr * last(steps);
  },
  adam: (gradients, settings) =>
    (settings.lr * corrected(settings.beta1, gradients)) / adamSize(gradients, settings),
  adamax(gradients, { lr, beta1, beta2, epsilon }) {
    const sizes = gradients.map((g, k) => beta2 ** (gradients.length - 1 - k) * Math.abs(g));
    return (lr * corrected(beta1, gradients)) / (Math.max(...sizes) + epsilon);
  },
  nadam(gradients, settings) {
    const { lr, beta1 } = settings;
    const [t, mean] = [gradients.length, (1 - beta1) * fading(beta1, gradients)];
    const ahead = (beta1 * mean) / (1 - beta1 ** (t + 1));
    const now = ((1 - beta1) * last(gradients)) / (1 - beta1 ** t);
    return (lr * (ahead + now)) / adamSize(gradients, settings);
  },
} satisfies Record<string, Back>;

/** The rules of the exercise. */
export type RuleName = keyof typeof BACK | 'ftrl';
export const RULE_NAMES = [...(Object.keys(BACK) as (keyof typeof BACK)[]), 'ftrl'] as const;

/**
 * The weight after every step of a rule that begins at `start` with nothing remembered.
 * @param gradientAt the gradient of a step, counted from 0, at a weight
 */
export function follow(
  rule: RuleName,
  start: number,
  gradientAt: (step: number, w: number) => number,
  steps: number,
  settings: Settings,
): number[] {
  const path = [start];
  const gradients: number[] = [];
  for (let step = 0; step < steps; step++) {
    const w = path[step]!;
    gradients.push(gradientAt(step, w));
    path.push(rule === 'ftrl' ? leader(path, gradients, settings) : w - BACK[rule](gradients, settings));
  }
  return path.slice(1);
}

/** Where ftrl goes after it has been at the weights of a path, with the gradient of each. */
function leader(
  path: readonly number[],
  gradients: readonly number[],
  { lr, start, l1, l2 }: Settings,
): number {
  const roots = [0, ...gradients].map((_, k) => Math.sqrt(start + fading(1, squared(gradients.slice(0, k)))));
  const kept = path.reduce((sum, w, k) => sum + (roots[k + 1]! - roots[k]!) * w, roots[0]! * path[0]!);
  const z = lr * fading(1, gradients) - kept;
  if (Math.abs(z) <= lr * l1) return 0;
  return (-z + Math.sign(z) * lr * l1) / (last(roots) + 2 * lr * l2);
}
