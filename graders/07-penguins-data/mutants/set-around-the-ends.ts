/**
 * Rejected by: beyond the ends
 * Plausible slip: places beyond the end begin anew.
 */
import { clean, encodeSex, type Item, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export class PenguinSet {
  readonly #rows: readonly Row[];
  readonly #labels: Readonly<Record<string, number>>;

  constructor(rows: readonly Row[], labels: Readonly<Record<string, number>>) {
    this.#rows = clean(rows);
    this.#labels = labels;
  }

  get length(): number {
    return this.#rows.length;
  }

  get(i: number): Item {
    const length = this.#rows.length;
    const row = this.#rows[((i % length) + length) % length];
    if (row === undefined) throw new RangeError(`there is no item ${i}`);
    const measured = [row.bill_length_mm, row.bill_depth_mm, row.flipper_length_mm, row.body_mass_g];
    return {
      features: Float32Array.from([...measured.map(Number), encodeSex(row.sex)]),
      target: this.#labels[row.species]!,
    };
  }
}
