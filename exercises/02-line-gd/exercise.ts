import { TodoError } from 'descent';

/** Points (x, y): as many `ys` as `xs`. */
export interface Data {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** What gradient descent changes: the slope m and the intercept c of the line y = m·x + c. */
export interface Line {
  readonly m: number;
  readonly c: number;
}

/** The gradient of the loss: how fast it grows with m, and with c. */
export interface Gradient {
  readonly dm: number;
  readonly dc: number;
}

/** What a fit brings: the line, and the loss before the first step and after every step. */
export interface Fit extends Line {
  readonly history: number[];
  /** Whether the loss grew instead of falling: the learning rate is too large. */
  readonly diverged: boolean;
}

/**
 * Task 1. The heights of the line y = m·x + c above the given xs.
 * @returns as many numbers as there are xs
 */
export function predict(m: number, c: number, xs: readonly number[]): number[] {
  throw new TodoError('Task 1: the heights m·x + c of the line');
}

/**
 * Task 2. The mean squared error of the line: (1/n) Σ (yᵢ − (m·xᵢ + c))².
 * @returns one number
 */
export function mse(m: number, c: number, { xs, ys }: Data): number {
  throw new TodoError('Task 2: the mean of the squared differences');
}

/**
 * Task 3. The gradient of the mean squared error with respect to m and c.
 * @returns { dm: ∂L/∂m, dc: ∂L/∂c }
 */
export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  throw new TodoError('Task 3: the two derivatives of the loss');
}

/**
 * Task 4. One step of gradient descent: both parameters move against their own derivative.
 * @param lr the learning rate, above 0
 * @returns the new line; the old one stays as it is
 */
export function step(line: Line, gradient: Gradient, lr: number): Line {
  throw new TodoError('Task 4: one step downhill');
}

/**
 * Task 5. Gradient descent from m = 0, c = 0.
 * @param options lr, the learning rate, and how many steps to take
 * @returns the line, the losses (steps + 1 of them, fewer if it diverged), and whether it diverged: stop as soon as the loss is
 *   larger than at the beginning, or not finite
 */
export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  throw new TodoError('Task 5: repeat the step, and watch the loss');
}
