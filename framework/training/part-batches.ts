import { batches, type Batch, type BatchOptions } from '../data/batches.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import type { PartName } from '../data/split.ts';
import type { LossPart } from './loss.ts';

/**
 * The rows of a part in batches, with targets as the loss wants them; the last batch may be smaller. The tensors
 * of a batch live until the next one is asked for.
 * @param options.order row numbers in the order in which they come; without it as they lie
 * @param options.change changes the features of a sample, known by its position in that order; for training only
 */
export function partBatches(
  data: PreparedData,
  partName: PartName,
  loss: LossPart,
  options: {
    readonly batchSize: number;
    readonly order?: Int32Array | undefined;
    readonly change?: BatchOptions['change'];
  },
): Generator<Batch, void> {
  const { inputShape, target } = data;
  const part = data.parts[partName];
  return batches(part, {
    batchSize: options.batchSize,
    order: options.order ?? Int32Array.from({ length: part.rows }, (_, row) => row),
    inputShape,
    change: options.change,
    encoding: loss.targetEncoding,
    outputs: target.kind === 'classes' ? target.classes.length : target.names.length,
  });
}
