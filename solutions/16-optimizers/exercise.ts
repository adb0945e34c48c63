import { TodoError } from 'descent';

/** What a rule remembers of one weight from step to step, under names of its own; `{}` before the first step. */
export type Memory = Readonly<Record<string, number>>;

/** A weight after a step, and what its rule remembers for the next one. */
export interface Stepped {
  readonly w: number;
  readonly memory: Memory;
}

/** The numbers that rules are set with. Each rule uses only its own. */
export interface Settings {
  /** The learning rate, 0 or more. All rules. */
  readonly lr: number;
  /** How much of the velocity stays: momentum, nesterov. */
  readonly beta: number;
  /** How much of the mean square stays: rmsprop, adadelta. */
  readonly decay: number;
  /** How much of the mean gradient stays: adam, adamax, nadam. */
  readonly beta1: number;
  /** How much of the mean square (of the largest gradient) stays: adam, nadam (adamax). */
  readonly beta2: number;
  /** Keeps divisions from being by zero: all from adagrad to nadam. */
  readonly epsilon: number;
  /** Where the sum of squares starts: adagrad, ftrl. */
  readonly start: number;
  /** Penalties on the size of a weight: ftrl. */
  readonly l1: number;
  readonly l2: number;
}

/** Settings that are usual, for all rules at once. */
export const USUAL: Settings = {
  lr: 0.01,
  beta: 0.9,
  decay: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
  start: 0.1,
  l1: 0,
  l2: 0,
};

/** One step for one weight w, whose gradient is g. */
export type Rule = (w: number, g: number, memory: Memory, settings: Settings) => Stepped;

/** All rules by name. */
export const RULES = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamax,
  nadam,
  ftrl,
} satisfies Record<string, Rule>;
export type RuleName = keyof typeof RULES;

/** How the learning rate falls: `t` counts the steps that were taken, 0 before the first. */
export type Schedule =
  | { readonly type: 'step'; readonly decay: number; readonly every: number }
  | { readonly type: 'exponential'; readonly decay: number }
  | { readonly type: 'cosine'; readonly steps: number }
  | { readonly type: 'inverseTime'; readonly decay: number };

/** Task 1. Gradient descent, stochastic when g comes from a part of the data. It remembers nothing. */
export function sgd(w: number, g: number, memory: Memory, { lr }: Settings): Stepped {
  // BEGIN SOLUTION
  return { w: w - lr * g, memory };
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: a step against the gradient');
}

/**
 * Task 1. One step for many weights: each with its own gradient and its own memory, all by the same rule.
 * @param gradients as many as there are weights; so are memories
 * @returns the new weights and the new memories, in the same order
 */
export function stepAll(
  rule: RuleName,
  weights: readonly number[],
  gradients: readonly number[],
  memories: readonly Memory[],
  settings: Settings,
): { weights: number[]; memories: Memory[] } {
  // BEGIN SOLUTION
  const after = weights.map((w, i) => RULES[rule](w, gradients[i]!, memories[i]!, settings));
  return { weights: after.map(({ w }) => w), memories: after.map(({ memory }) => memory) };
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the rule for each weight');
}

/** Task 2. A velocity that remembers earlier gradients; it starts at 0. */
export function momentum(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  // BEGIN SOLUTION
  const v = beta * (memory.v ?? 0) + g;
  return { w: w - lr * v, memory: { v } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: a velocity, and a step along it');
}

/** Task 2. The same velocity, but the step already includes the part of it that the next step will keep. */
export function nesterov(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  // BEGIN SOLUTION
  const v = beta * (memory.v ?? 0) + g;
  return { w: w - lr * (g + beta * v), memory: { v } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the velocity, looked ahead by one step');
}

/** Task 3. Divides by the root of the sum of all squares so far, which starts at `start`. */
export function adagrad(w: number, g: number, memory: Memory, { lr, start, epsilon }: Settings): Stepped {
  // BEGIN SOLUTION
  const G = (memory.G ?? start) + g ** 2;
  return { w: w - (lr * g) / Math.sqrt(G + epsilon), memory: { G } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the sum of all squares');
}

/** Task 3. Divides by the root of a mean of recent squares, which starts at 0. */
export function rmsprop(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  // BEGIN SOLUTION
  const s = decay * (memory.s ?? 0) + (1 - decay) * g ** 2;
  return { w: w - (lr * g) / Math.sqrt(s + epsilon), memory: { s } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the mean of recent squares');
}

/** Task 3. Makes a step about as long as recent steps were; their mean square starts at 0, too. */
export function adadelta(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  // BEGIN SOLUTION
  const { s: before = 0, u = 0 } = memory;
  const s = decay * before + (1 - decay) * g ** 2;
  const d = g * Math.sqrt((u + epsilon) / (s + epsilon));
  return { w: w - lr * d, memory: { s, u: decay * u + (1 - decay) * d ** 2 } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: two means of squares, of gradients and of steps');
}

/** Task 4. A mean gradient over the root of a mean square, both corrected for their start at 0. */
export function adam(w: number, g: number, memory: Memory, { lr, beta1, beta2, epsilon }: Settings): Stepped {
  // BEGIN SOLUTION
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  const mean = m / (1 - beta1 ** t);
  const size = Math.sqrt(v / (1 - beta2 ** t)) + epsilon;
  return { w: w - (lr * mean) / size, memory: { t, m, v } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: mean and mean square, corrected');
}

/** Task 4. Adam with the largest recent gradient in place of the root of the mean square. */
export function adamax(
  w: number,
  g: number,
  memory: Memory,
  { lr, beta1, beta2, epsilon }: Settings,
): Stepped {
  // BEGIN SOLUTION
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const u = Math.max(beta2 * (memory.u ?? 0), Math.abs(g));
  return { w: w - ((lr / (1 - beta1 ** t)) * m) / (u + epsilon), memory: { t, m, u } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: the largest recent gradient');
}

/** Task 4. Adam that looks ahead, as nesterov does. */
export function nadam(
  w: number,
  g: number,
  memory: Memory,
  { lr, beta1, beta2, epsilon }: Settings,
): Stepped {
  // BEGIN SOLUTION
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  const mean = (beta1 * m) / (1 - beta1 ** (t + 1)) + ((1 - beta1) * g) / (1 - beta1 ** t);
  const size = Math.sqrt(v / (1 - beta2 ** t)) + epsilon;
  return { w: w - (lr * mean) / size, memory: { t, m, v } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: the mean gradient, looked ahead');
}

/** Task 5. Follows the regularized leader: Adagrad that makes weights which hardly matter exactly 0. */
export function ftrl(w: number, g: number, memory: Memory, { lr, start, l1, l2 }: Settings): Stepped {
  // BEGIN SOLUTION
  const before = memory.n ?? start;
  const n = before + g ** 2;
  const z = (memory.z ?? -Math.sqrt(start) * w) + lr * g - (Math.sqrt(n) - Math.sqrt(before)) * w;
  const shrunk = Math.sign(z) * Math.max(0, Math.abs(z) - lr * l1);
  return { w: -shrunk / (Math.sqrt(n) + 2 * lr * l2), memory: { n, z } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the leader, shrunk by the penalties');
}

/**
 * Task 6. What the learning rate is multiplied with after t steps.
 * @returns 1 for t = 0, and less and less
 */
export function factor(schedule: Schedule, t: number): number {
  // BEGIN SOLUTION
  switch (schedule.type) {
    case 'step':
      return schedule.decay ** Math.floor(t / schedule.every);
    case 'exponential':
      return schedule.decay ** t;
    case 'cosine':
      return (1 + Math.cos(Math.PI * Math.min(1, t / schedule.steps))) / 2;
    case 'inverseTime':
      return 1 / (1 + schedule.decay * t);
  }
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: one formula for each type of schedule');
}

/** A walk on the loss (c₁w₁² + c₂w₂² + …) / 2, whose gradient is (c₁w₁, c₂w₂, …). */
export interface Walk {
  /** The curvatures c: one for each weight. */
  readonly curvatures: readonly number[];
  /** The weights before the first step. */
  readonly from: readonly number[];
  readonly settings: Settings;
  readonly steps: number;
  /** Without one the learning rate stays. */
  readonly schedule?: Schedule;
}

/**
 * Task 7. Goes down by a rule.
 * @returns the weights before the first step, and after every step: steps + 1 lists
 */
export function descend(rule: RuleName, { curvatures, from, settings, steps, schedule }: Walk): number[][] {
  // BEGIN SOLUTION
  const path = [[...from]];
  let memories: Memory[] = from.map(() => ({}));
  for (let t = 0; t < steps; t++) {
    const here = path[t]!;
    const gradients = here.map((w, i) => curvatures[i]! * w);
    const lr = settings.lr * (schedule ? factor(schedule, t) : 1);
    const after = stepAll(rule, here, gradients, memories, { ...settings, lr });
    path.push(after.weights);
    memories = after.memories;
  }
  return path;
  // END SOLUTION
  // STUB: throw new TodoError('Task 7: step after step');
}

/**
 * Task 7. The settings with which sgd and momentum arrive soonest, whatever the start.
 * @param smallest the smallest curvature, above 0
 * @param largest the largest curvature
 */
export function bestSettings(
  smallest: number,
  largest: number,
): { sgd: { lr: number }; momentum: { lr: number; beta: number } } {
  // BEGIN SOLUTION
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  const beta = ((high - low) / (high + low)) ** 2;
  return { sgd: { lr: 2 / (smallest + largest) }, momentum: { lr: 4 / (low + high) ** 2, beta } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 7: two formulas of Polyak');
}
