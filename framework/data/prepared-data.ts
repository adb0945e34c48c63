import type { Json } from '../component/json.ts';
import type { DataFile } from './source.ts';
import type { PartName } from './split.ts';
import type { QualityFinding } from './quality.ts';
import type { Stream } from '../random/stream.ts';
import type { EpochSampler } from './transform.ts';

/** What the model is to predict. */
export type TargetInfo =
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  | { readonly kind: 'numbers'; readonly names: readonly string[] };

/** The rows of one part, ready to be gathered into batches. */
export interface PreparedPart {
  readonly name: PartName;
  readonly rows: number;
  /**
   * Row numbers in the source, counted from 0 before rows were dropped; of a window or a point on a grid, the last
   * source row that it saw.
   */
  readonly sourceRows: Int32Array;
  /** `[rows, ...inputShape]`, transformed. */
  readonly features: Float32Array;
  /** Class indices `[rows]` for classes, else values `[rows, names.length]`, after target transforms. */
  readonly targets: Int32Array | Float32Array;
  /**
   * How much the loss of each row counts, `[rows]`, not negative; absent where all count alike. From `prepareData` the
   * column `sampleWeights` as it is, from `weighRows` with class weights and a mean of 1 over the training part.
   */
  readonly weights?: Float32Array;
  /**
   * Of numbers in a split by time: the targets of the row before in time, of any part or a gap, `[rows, names.length]`
   * in the unit of the source; NaN for the first row of all.
   */
  readonly lastTargets?: Float32Array;
}

/** Everything that training, evaluation, baselines and the report need of the data. */
export interface PreparedData {
  readonly parts: Readonly<Record<PartName, PreparedPart>>;
  /** Without the batch axis. */
  readonly inputShape: readonly number[];
  /** Names of the last input axis where features are columns, e.g. after one-hot: `sex=female`. */
  readonly featureNames: readonly string[];
  readonly target: TargetInfo;
  /** Predictions and targets back in the unit of the source; the identity without target transforms. */
  readonly invertTarget: (values: Float32Array) => Float32Array;
  /** Rows dropped because a value was missing. */
  readonly droppedRows: number;
  readonly quality: readonly QualityFinding[];
  readonly files: readonly DataFile[];
  /** Columns, target and state of the fitted transforms, for the run folder: what prediction needs. */
  readonly transformState: Json;
  /**
   * Changes the features `[...inputShape]` of one training sample in place, newly at every draw: only training calls
   * it. Absent where nothing is augmented.
   */
  readonly augment?: (sample: Float32Array, stream: Stream) => void;
  /** Chooses the rows of each epoch by the targets of the training part; absent: every row once. */
  readonly sampler?: (targets: PreparedPart['targets']) => EpochSampler;
}
