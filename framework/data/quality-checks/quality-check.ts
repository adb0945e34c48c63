import type { QualityFinding } from '../quality.ts';
import type { SplitRows } from '../split.ts';
import type { Table } from '../table.ts';

/** What the checks look at. */
export interface QualityInput {
  /** All rows, before those with missing values are dropped. */
  readonly table: Table;
  /** Columns that the model sees. */
  readonly features: readonly string[];
  /** Columns that it predicts. */
  readonly targets: readonly string[];
  /** Row numbers of each part in `table`, where it is split already. */
  readonly parts?: SplitRows;
  /** Features and targets of the training part as the model gets them; absent: before transforms. */
  readonly ready?: { readonly features: Table; readonly targets: Table };
}

/** A check of the data. Pure; it takes time in proportion to the number of values, at most n log n. */
export type QualityCheck = (input: QualityInput) => readonly QualityFinding[];

/** A share as readers like it: `3.2 %`, `0.04 %`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${Number(value.toPrecision(value < 1 ? 1 : value >= 99.95 && value < 100 ? 4 : 3))} %`;
}

/** A whole number with thin groups of three: `60,000`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** A list in words: `a, b and c`. */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
