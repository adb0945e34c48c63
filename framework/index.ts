/** The public API of Descent: what exercises and user code import. Re-exports only. */
export * as tf from '#tensorflow';
export { Type } from '@sinclair/typebox';

export { createStream, type Stream } from './random/stream.ts';
export { prepareBackend } from './backend/select.ts';
export {
  BackendError,
  type BackendChoice,
  type BackendName,
  type PreparedBackend,
} from './backend/backend.ts';

export {
  ComponentProblem,
  defineComponent,
  type AnyComponent,
  type Component,
  type ComponentKind,
  type ComponentSpec,
  type ContextOf,
  type PartOf,
} from './component/component.ts';
export { fillDefaults } from './component/fill-defaults.ts';
export { optionalSlot, slot } from './component/slot.ts';
export { createRegistry, type Registry } from './component/registry.ts';
export { ProblemsError, type Problem } from './document/problem.ts';
export { formatProblems } from './document/format-problems.ts';

export type { Column, ColumnInfo, Table } from './data/table.ts';
export type { SourcePart } from './data/source.ts';
export type { SplitPart } from './data/split.ts';
export type { FittedTransform, TransformPart } from './data/transform.ts';
export type { PreparedData, PreparedPart } from './data/prepared-data.ts';
export { DataError } from './data/data-error.ts';
export { prepareData } from './data/pipeline.ts';

export type { LayerContext, LayerPart, Shape } from './model/layer.ts';
export type { Model } from './model/model.ts';
export { buildModel } from './model/build.ts';
export { loadModel, saveModel } from './model/save.ts';

export type { LossPart } from './training/loss.ts';
export type { OptimizerPart } from './training/optimizer.ts';
export type { CallbackPart } from './training/callback.ts';
export type { TrainingEvent } from './training/event.ts';
export { systemClock } from './training/clock.ts';
export { train } from './training/loop.ts';
export { evaluate } from './training/evaluate.ts';

export type { Evaluation, MetricPart, MetricTable } from './metrics/metric.ts';
export { bootstrapIntervals } from './metrics/bootstrap-interval.ts';

export { builtInRegistry } from './experiment/components.ts';
export type { ExperimentSpec } from './experiment/spec/experiment-spec.ts';
export { loadExperiment, type LoadedExperiment } from './experiment/spec/load-experiment.ts';
export { runExperiment, type RunOptions, type RunOutcome } from './experiment/run.ts';
export type { RunResult } from './experiment/run-result.ts';
export { writeReport } from './report/write-report.ts';
export { TodoError } from './grading/submission/todo-error.ts';
