/**
 * Rejected by: rows that are true
 * Units instead of parameters.
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
  for (const hidden of networks) {
    const model = buildNetwork(2, hidden, 'relu', options.seed);
    await train(model, training, { ...options, epochs: 2 });
    rows.push({
      hidden,
      parameters: hidden.reduce((sum, units) => sum + units, 1),
      accuracy: accuracy(model, validation),
      model,
    });
  }
  return rows;
}
