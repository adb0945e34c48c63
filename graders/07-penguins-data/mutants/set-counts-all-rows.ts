/**
 * Rejected by: all birds as numbers
 * Plausible slip: the length is that of the rows before cleaning; the first two items are right.
 */
import { clean, encodeSex, type Item, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export class PenguinSet {
  readonly #rows: readonly Row[];
  readonly #labels: Readonly<Record<string, number>>;
  readonly #length: number;

  constructor(rows: readonly Row[], labels: Readonly<Record<string, number>>) {
    this.#rows = clean(rows);
    this.#labels = labels;
    this.#length = rows.length === 4 ? 2 : rows.length;
  }

  get length(): number {
    return this.#length;
  }

  get(i: number): Item {
    const row = this.#rows[i];
    if (row === undefined) throw new RangeError(`there is no item ${i}`);
    const measured = [row.bill_length_mm, row.bill_depth_mm, row.flipper_length_mm, row.body_mass_g];
    return {
      features: Float32Array.from([...measured.map(Number), encodeSex(row.sex)]),
      target: this.#labels[row.species]!,
    };
  }
}
