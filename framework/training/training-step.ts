import type { Batch } from '../data/batches.ts';

/** One training step: forward, loss, gradients, update. */
export interface TrainingStep {
  /**
   * @param batch features `[batch, ...inputShape]`, targets as the loss wants them, and where rows have weights those
   * @param step number of this step, counted from 1
   * @returns what was minimized: the reduced loss plus penalties
   */
  run(
    batch: Pick<Batch, 'features' | 'targets' | 'weights'>,
    step: number,
    learningRate: number,
  ): number | Promise<number>;
  /** Frees what it computes in; weights and slots stay. */
  dispose(): void;
}
