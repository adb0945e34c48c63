/** What is known of a column without its values. */
export type ColumnInfo =
  | { readonly name: string; readonly kind: 'number' }
  | { readonly name: string; readonly kind: 'category'; readonly categories: readonly string[] }
  | { readonly name: string; readonly kind: 'tensor'; readonly shape: readonly number[] };

/** Numbers; NaN marks a missing value. */
export interface NumberColumn {
  readonly name: string;
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Names of categories; `codes[row]` indexes `categories`, −1 marks a missing value. */
export interface CategoryColumn {
  readonly name: string;
  readonly kind: 'category';
  readonly codes: Int32Array;
  readonly categories: readonly string[];
}

/** One array per row, as images or windows of a series: `values` holds `[rows, ...shape]`, last axis fastest. */
export interface TensorColumn {
  readonly name: string;
  readonly kind: 'tensor';
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint8Array;
}

export type Column = NumberColumn | CategoryColumn | TensorColumn;

/** Rows and named columns of equal length: what sources give and transforms change. Never mutated. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}
