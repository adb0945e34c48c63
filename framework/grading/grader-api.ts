/** What graders import as `descent/grading`. Re-exports only. */
export { Type, type Static } from '@sinclair/typebox';
export { createStream, type Stream } from '../random/stream.ts';
export { loadDataset } from '../data/load-dataset.ts';
export type { Column, Table } from '../data/table.ts';
export { columnOf, isMissing, selectColumns, selectRows } from '../data/table-rows.ts';
export { exercise, type CheckContext, type CheckOptions } from './check/exercise.ts';
export type { ReadDocument } from './check/document.ts';
export type { ExperimentOptions, ExperimentRun, RunExperiment } from './check/experiment.ts';
export { linearBaseline } from './check/linear-baseline.ts';
export { logisticBaseline } from './check/logistic-baseline.ts';
export { returns, type Returned, type ValueOf } from './check/returned.ts';
export { asynchronous, instance, pure, type Student } from './check/student.ts';
export { expect } from './expect/expect.ts';
export { confusionPicture } from './picture/confusion-picture.ts';
export { definePictures, type PictureColors, type PictureSpec } from './picture/picture.ts';
export { tensorValue, TensorValue } from './submission/codec/tensor-value.ts';
export { rebuildModel } from './submission/rebuild-model.ts';
