import { join } from 'node:path';
import type { PreparedData } from '../data/prepared-data.ts';
import type { Evaluation } from '../metrics/metric.ts';
import type { Model } from '../model/model.ts';
import { saveModel } from '../model/save.ts';
import type { CallbackPart } from '../training/callback.ts';
import type { ModelSummary } from './model-summary.ts';
import { formatPredictions } from './predictions-file.ts';
import { readEvents, RUN_FILES, type OpenRunFolder } from './run-folder.ts';
import type { RunResult } from './run-result.ts';

/** Writes what a run found into its folder: the model, the predictions on the judged part, the result. */
export async function writeResults(
  folder: OpenRunFolder,
  found: {
    readonly model: Model;
    readonly data: PreparedData;
    readonly judged: Evaluation;
    readonly result: RunResult;
    readonly callbacks: readonly CallbackPart[];
  },
): Promise<void> {
  const { model, data, judged, result, callbacks } = found;
  await saveModel(model.layersModel, join(folder.path, RUN_FILES.model));
  const summary: ModelSummary = {
    layers: model.layers,
    parameters: model.parameters.total,
    trainableParameters: model.parameters.trainable,
  };
  await folder.write(`${RUN_FILES.model}/summary.json`, toJson(summary));
  const { sourceRows } = data.parts[result.judgedPart];
  await folder.write(RUN_FILES.predictions, formatPredictions(judged, sourceRows));
  const events = readEvents(folder.path);
  for (const { name, content } of callbacks.flatMap(({ files = [] }) => files)) {
    await folder.write(name, content(events));
  }
  // Last: where there is a result, everything else is there too.
  await folder.write(RUN_FILES.metrics, toJson(result));
}

/** JSON as the files of a run folder hold it. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
