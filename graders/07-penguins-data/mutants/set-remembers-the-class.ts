/**
 * Rejected by: the same item at every call
 * Plausible slip: a static field, so that a second set changes the first.
 */
import { clean, encodeSex, type Item, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export class PenguinSet {
  static rows: readonly Row[] = [];
  readonly #labels: Readonly<Record<string, number>>;

  constructor(rows: readonly Row[], labels: Readonly<Record<string, number>>) {
    PenguinSet.rows = clean(rows);
    this.#labels = labels;
  }

  get length(): number {
    return PenguinSet.rows.length;
  }

  get(i: number): Item {
    const row = PenguinSet.rows[i];
    if (row === undefined) throw new RangeError(`there is no item ${i}`);
    const measured = [row.bill_length_mm, row.bill_depth_mm, row.flipper_length_mm, row.body_mass_g];
    return {
      features: Float32Array.from([...measured.map(Number), encodeSex(row.sex)]),
      target: this.#labels[row.species]!,
    };
  }
}
