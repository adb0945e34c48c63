import * as tf from '#tensorflow';
import { prepareRows, type RestoredPreparation } from '../../../../data/prediction.ts';
import type { Table } from '../../../../data/table.ts';
import type { Model } from '../../../../model/model.ts';
import type { LossPart } from '../../../../training/loss.ts';
import { predictRows } from '../../../../training/predict-rows.ts';

interface Parts {
  readonly preparation: RestoredPreparation;
  readonly loss: LossPart;
  readonly trained: Model;
  readonly untrained: Model;
}

/** A trained experiment, to which a grader refers by a handle. */
export class TrainedExperiment {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Predicts new rows, which are prepared as those of the training part were.
   * @returns `[rows, outputs]`: probabilities of the classes, or numbers in the unit of the data
   */
  predict(rows: Table): Promise<tf.Tensor> {
    return this.#predict(rows, this.#parts.trained);
  }

  /** The same with the network before its first step. */
  predictUntrained(rows: Table): Promise<tf.Tensor> {
    return this.#predict(rows, this.#parts.untrained);
  }

  async #predict(rows: Table, model: Model): Promise<tf.Tensor> {
    const { preparation, loss } = this.#parts;
    const input = prepareRows(preparation, rows, 'the rows to predict');
    const values = await predictRows(model, loss, input);
    const predicted = loss.task === 'regression' ? preparation.invertTarget(values) : values;
    return tf.tensor(predicted, [input.rows, values.length / input.rows]);
  }
}
