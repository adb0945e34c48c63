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
  /** The names of the layers that it takes its inputs from; `input` is the model's input. Absent in old runs. */
  readonly inputs?: readonly string[];
  /** Without the batch axis. */
  readonly outputShape: readonly number[];
  readonly parameters: number;
}
