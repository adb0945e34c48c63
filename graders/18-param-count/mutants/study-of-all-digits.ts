/**
 * Rejected by: a row for each width
 * The ratio is about training and validation digits together.
 */
import {
  accuracy,
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
    const trainAccuracy = accuracy(model, training);
    const validationAccuracy = accuracy(model, validation);
    const gap = trainAccuracy - validationAccuracy;
    rows.push({
      width,
      params,
      ratio: ratio(params, training.labels.length + validation.labels.length),
      trainAccuracy,
      validationAccuracy,
      gap,
      model,
    });
  }
  return rows;
}
