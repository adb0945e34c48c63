import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as tf from '#tensorflow';
import { parse as parseYaml } from 'yaml';
import { prepareBackend } from '../backend/select.ts';
import type { Registry } from '../component/registry.ts';
import { preparePrediction, restorePreparation } from '../data/prediction.ts';
import { loadDocument } from '../document/load-document.ts';
import { ProblemsError } from '../document/problem.ts';
import { buildModel } from '../model/build.ts';
import type { Model } from '../model/model.ts';
import { readWeights } from '../model/save.ts';
import { createStream } from '../random/stream.ts';
import { predictRows } from '../training/predict-rows.ts';
import type { ProvenanceRecord } from './provenance-record.ts';
import { RUN_FILES } from './run-folder.ts';
import type { ExperimentSpec } from './spec/experiment-spec.ts';
import { useComponents } from './spec/use-components.ts';

/** What a trained model says of new rows. */
export interface Predictions {
  readonly task: 'classification' | 'regression';
  /** The classes, or the names of the numbers. */
  readonly outputs: readonly string[];
  /** Row in the file of each prediction, from 0; of a window the last one. */
  readonly sourceRows: Int32Array;
  /** `[rows, outputs]`: probabilities of the classes, or numbers in the unit of the source. */
  readonly values: Float32Array;
}

export interface PredictOptions {
  /** The file of new rows, relative to the working directory. */
  readonly input: string;
  /** Components besides the experiment's own. */
  readonly registry: Registry;
  /** Instead of the one that the run was trained on. */
  readonly backend?: ExperimentSpec['backend'];
  readonly workingDirectory: string;
}

/**
 * Predicts new rows with the model of a finished run. Only the run folder and the file are read; a run whose
 * experiment has components of its own (`use:`) also needs their files.
 * @throws ProblemsError when the folder is no finished run, DataError when the file does not fit the model
 */
export async function predict(folder: string, options: PredictOptions): Promise<Predictions> {
  const run = await readRun(folder);
  const registry = await registryOf(run, options.registry);
  const { spec } = run;
  const preparation = restorePreparation(spec.data, run.transforms, registry);
  const input = await preparePrediction(preparation, options.input, {
    directory: options.workingDirectory,
    registry,
  });
  await prepareBackend(options.backend ?? spec.backend, { mode: spec.mode });
  const loss = registry.build('loss', spec.training.loss, undefined);
  const { inputShape } = input;
  const stream = createStream(spec.seed).derive('model');
  const model = buildModel(spec.model.layers, { inputShape, registry, stream });
  try {
    await restoreWeights(model, join(folder, RUN_FILES.model));
    const { target } = preparation;
    const outputs = target.kind === 'classes' ? target.classes : target.names;
    const values = await predictRows(model, loss, input);
    return {
      task: loss.task,
      outputs,
      sourceRows: input.sourceRows,
      values: loss.task === 'regression' ? preparation.invertTarget(values) : values,
    };
  } finally {
    model.dispose();
  }
}

interface FinishedRun {
  readonly folder: string;
  readonly specText: string;
  readonly spec: ExperimentSpec;
  readonly transforms: unknown;
  /** The folder of the experiment file. */
  readonly directory: string;
}

async function readRun(folder: string): Promise<FinishedRun> {
  const read = async (file: string): Promise<string> => {
    try {
      return await readFile(join(folder, file), 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
      throw new ProblemsError([
        {
          file: folder,
          message: `this is no finished run folder: ${file} is missing`,
          fix: 'Name a folder below runs/ whose name does not end in .partial.',
        },
      ]);
    }
  };
  await read(RUN_FILES.metrics); // the last file of a run: with it all others are there
  const specText = await read(RUN_FILES.spec);
  const provenance = JSON.parse(await read(RUN_FILES.provenance)) as ProvenanceRecord;
  return {
    folder,
    specText,
    spec: parseYaml(specText) as ExperimentSpec,
    transforms: JSON.parse(await read(RUN_FILES.transforms)) as unknown,
    directory: provenance.directory ?? dirname(folder),
  };
}

/** The registry with the components that the experiment brings along. */
async function registryOf(
  { folder, specText, directory }: FinishedRun,
  builtIn: Registry,
): Promise<Registry> {
  const document = loadDocument({ file: join(folder, RUN_FILES.spec), text: specText });
  const own = await useComponents(document, directory, builtIn);
  if (own.problems.length > 0) throw new ProblemsError(own.problems);
  return own.registry;
}

/** Gives a new model the weights of a saved one, by name. */
async function restoreWeights(model: Model, folder: string): Promise<void> {
  const saved = await readWeights(folder);
  try {
    for (const { name, variable } of model.weights) {
      const value = saved[name];
      if (!value) throw new Error(`the saved model has no weight ${name}`);
      variable.assign(value);
    }
  } finally {
    tf.dispose(saved);
  }
}
