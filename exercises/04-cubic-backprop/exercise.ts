import { TodoError } from 'descent';

/** Points (x, y): as many `ys` as `xs`. */
export interface Data {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Whether errors of all points are added up, or their mean is taken. */
export type Reduction = 'sum' | 'mean';

/** What training brings: the four weights, and the loss at the start and after every 100 epochs. */
export interface Training {
  readonly w: number[];
  readonly history: number[];
}

/**
 * Task 1. Four features of each x: its powers 0 to 3.
 * @returns one row of four numbers for each x
 */
export function design(xs: readonly number[]): number[][] {
  throw new TodoError('Task 1: the powers 0 to 3 of each x');
}

/**
 * Task 2. The heights of the cubic w₀ + w₁·x + w₂·x² + w₃·x³ above the given xs: the forward pass.
 * @param w four weights
 * @returns as many numbers as there are xs
 */
export function predict(w: readonly number[], xs: readonly number[]): number[] {
  throw new TodoError('Task 2: the heights of the cubic');
}

/** Task 3. The squared errors of all points: their sum, or their mean. */
export function loss(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number {
  throw new TodoError('Task 3: the sum or the mean of the squared errors');
}

/**
 * Task 4. Back through the loss: how fast it grows with each height.
 * @returns as many derivatives as there are heights
 */
export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  throw new TodoError('Task 4: the derivative of the loss by each height');
}

/**
 * Task 5. Back through the cubic: how fast the loss grows with each weight.
 * @returns four derivatives
 */
export function grads(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number[] {
  throw new TodoError('Task 5: the derivative of the loss by each weight');
}

/**
 * Task 6. Gradient descent on all points: in each epoch one step.
 * @param options the learning rate, the number of epochs, the reduction, and the weights to start from
 */
export function train(
  data: Data,
  options: { lr: number; epochs: number; reduction: Reduction; start: readonly number[] },
): Training {
  throw new TodoError('Task 6: one step in each epoch, the loss after every 100');
}

/** Task 7. The learning rate that takes the same steps with another reduction, for n points. */
export function sameRate(lr: number, from: Reduction, to: Reduction, n: number): number {
  throw new TodoError('Task 7: how much longer is the gradient of the sum?');
}
