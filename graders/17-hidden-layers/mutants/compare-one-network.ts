/**
 * Rejected by: rows that are true
 * Every row has the first network.
 */
import {
  type Points,
  type Training,
  type Row,
  buildNetwork,
  train,
  accuracy,
} from '../../../solutions/17-hidden-layers/exercise.ts';

export async function compare(
  networks: readonly (readonly number[])[],
  training: Points,
  validation: Points,
  options: Training,
): Promise<Row[]> {
  const rows: Row[] = [];
  const model = buildNetwork(2, networks[0]!, 'relu', options.seed);
  for (const hidden of networks) {
    await train(model, training, { ...options, epochs: 2 });
    rows.push({ hidden, parameters: model.countParams(), accuracy: accuracy(model, validation), model });
  }
  return rows;
}
