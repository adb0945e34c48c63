/**
 * Rejected by: any course of losses
 * Plausible slip: what is not worse is better, NaN as well.
 */
import { type Network, type Stopping } from '../../../solutions/25-regularize/exercise.ts';

export class EarlyStopping {
  bestLoss = Infinity;
  bestEpoch = -1;
  private best: Network | undefined;
  private epoch = -1;
  private readonly stopping: Stopping;

  constructor(stopping: Stopping) {
    this.stopping = stopping;
  }

  update(loss: number, network: Network): boolean {
    this.epoch++;
    if (!(loss >= this.bestLoss - this.stopping.minDelta)) {
      this.bestLoss = loss;
      this.bestEpoch = this.epoch;
      this.best = network;
    }
    return this.epoch - this.bestEpoch >= this.stopping.patience;
  }

  result(last: Network): Network {
    return this.stopping.restore ? (this.best ?? last) : last;
  }
}
