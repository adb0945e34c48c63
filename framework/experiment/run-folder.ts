/**
 * The files of a run folder. Reports, comparisons and resumed runs read nothing else.
 * A folder named `<name>-<hash>` is complete; `<name>-<hash>.partial` belongs to a run that is going on, was
 * interrupted or was killed, and the same command goes on from its last checkpoint.
 */
export const RUN_FILES = {
  /** The experiment with every default filled in. */
  spec: 'spec.resolved.yaml',
  /** Versions, backend, command, git state, checksums of the data. */
  provenance: 'provenance.json',
  /** One `TrainingEvent` per line. */
  events: 'events.jsonl',
  /** A `RunResult`. */
  metrics: 'metrics.json',
  /** A `DataReport`. */
  dataQuality: 'data-quality.json',
  /** State of the fitted transforms, for prediction. */
  transforms: 'transforms.json',
  /** The judged part: source row, truth, prediction and, for classes, probabilities. */
  predictions: 'predictions.csv',
  /** `model.json` and `weights.bin` in the layers format of TensorFlow.js, and `summary.json`. */
  model: 'model',
  /** `last` and `best`: weights, optimizer slots, state of the callbacks. */
  checkpoints: 'checkpoints',
  report: 'report.html',
} as const;
