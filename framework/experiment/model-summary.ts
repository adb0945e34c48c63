/** What `model/summary.json` in a run folder holds. */
export interface ModelSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  readonly trainableParameters: number;
}

export interface LayerSummary {
  readonly name: string;
  /** The component, e.g. `dense`. */
  readonly type: string;
  /** Without the batch axis. */
  readonly outputShape: readonly number[];
  readonly parameters: number;
}
