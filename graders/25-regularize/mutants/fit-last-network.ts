/**
 * Rejected by: ends when the stopper says so
 * Plausible slip: the last network instead of the one that result gives.
 */
import { createStream } from 'descent';
import {
  dropout,
  lrSchedule,
  EarlyStopping,
  step,
  createNetwork,
  lossOf,
  gradients,
  UNITS,
  type Digits,
  type Options,
  type Fitted,
} from '../../../solutions/25-regularize/exercise.ts';

export function fit(training: Digits, validation: Digits, options: Options): Fitted {
  const { epochs, seed, lr, batch, decay, stopping } = options;
  const order = createStream(seed).derive('order');
  const chance = createStream(seed).derive('dropout');
  const ones = new Array<number>(UNITS).fill(1);
  const factors = () => dropout(ones, options.dropout, chance.uniform, true);
  const stopper = new EarlyStopping(stopping);
  const history: Fitted['history'] = { train: [], validation: [] };
  let network = createNetwork(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rows = order.permutation(training.labels.length);
    for (let start = 0; start < rows.length; start += batch) {
      const gradient = gradients(network, training, rows.slice(start, start + batch), factors);
      network = step(network, gradient, lrSchedule(lr, epoch, decay), options);
    }
    history.train.push(lossOf(network, training));
    history.validation.push(lossOf(network, validation));
    if (stopper.update(history.validation[epoch]!, network)) break;
  }
  return { network, history };
}
