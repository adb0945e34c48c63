import type { PreparedBackend } from '../backend/backend.ts';
import { prepareBackend } from '../backend/select.ts';
import { prepareData } from '../data/pipeline.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { buildModel } from '../model/build.ts';
import type { Model } from '../model/model.ts';
import { createStream } from '../random/stream.ts';
import type { Clock } from '../training/clock.ts';
import type { TrainingEvent } from '../training/event.ts';
import { train } from '../training/loop.ts';
import { weighRows } from '../training/row-weights.ts';
import { chooseStep, type ChosenStep } from '../training/step.ts';
import { checkpointWriter, readLastCheckpoint } from './checkpoint-file.ts';
import { describeData } from './data-report.ts';
import { evaluateRun } from './evaluate-run.ts';
import { judgeTargets } from './judge.ts';
import { describeProvenance } from './provenance.ts';
import { openRunFolder, RUN_FILES } from './run-folder.ts';
import { runId } from './run-id.ts';
import { buildRunParts, directionsOf } from './run-parts.ts';
import type { RunResult } from './run-result.ts';
import type { LoadedExperiment } from './spec/load-experiment.ts';
import { resolveSpec } from './spec/resolve-spec.ts';
import { dataForTrial, type Trial } from './trial.ts';
import { toJson, writeResults } from './write-results.ts';

/** How a run is done, besides what the experiment says. */
export interface RunOptions {
  /** Folder of all run folders. */
  readonly out: string;
  readonly trial: Trial | null;
  /** Start over instead of going on with an interrupted run. */
  readonly fresh: boolean;
  /** The command line, for provenance. */
  readonly command: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called once, before training. */
  readonly onStart: (start: RunStart) => void;
  readonly onEvent: (event: TrainingEvent) => void;
}

/** What is known when training is about to begin. */
export interface RunStart {
  readonly data: PreparedData;
  readonly model: Model;
  readonly backend: PreparedBackend;
  readonly epochs: number;
  /** How training steps are computed. */
  readonly step: ChosenStep;
  /** Number of epochs that an interrupted run has done already. */
  readonly resumedEpochs: number;
}

/** A finished or interrupted run. */
export interface RunOutcome {
  readonly result: RunResult;
  /** The run folder; its name ends in `.partial` when the run was interrupted. */
  readonly folder: string;
}

/**
 * Runs an experiment: backend → data → run folder → model → training → evaluation → results.
 * The same experiment on the same data goes into the same folder, and goes on where an interrupted run stopped.
 * @throws BackendError, DataError, RunInProgressError, before anything is written
 */
export async function runExperiment(experiment: LoadedExperiment, options: RunOptions): Promise<RunOutcome> {
  const { spec, registry, directory } = experiment;
  const { clock, trial } = options;
  const began = clock.milliseconds();
  const started = clock.time();
  const root = createStream(spec.seed);
  const backend = await prepareBackend(spec.backend, { mode: spec.mode });
  const whole = await prepareData(spec.data, { registry, directory, stream: root.derive('data') });
  const { batchSize, shuffle, step } = spec.training;
  const data = weighRows(
    dataForTrial(whole, trial, { batchSize, stream: root.derive('trial') }),
    spec.training.classWeights,
  );
  const parts = buildRunParts(spec, registry, data.parts.validation.rows > 0);

  const id = runId(experiment, { data, backend, trial });
  const folder = openRunFolder({ root: options.out, id, fresh: options.fresh });
  let model: Model | undefined;
  try {
    const resumeFrom = folder.resumable ? await readLastCheckpoint(folder.path) : undefined;
    const resumedEpochs = resumeFrom?.progress.epoch ?? 0;
    if (folder.resumable) await folder.rewindEvents(resumeFrom ? resumedEpochs : -1);
    await folder.write(RUN_FILES.spec, resolveSpec(spec));
    const provenance = describeProvenance(experiment, {
      backend,
      data,
      trial,
      started,
      command: options.command,
    });
    await folder.write(RUN_FILES.provenance, toJson(provenance));
    await folder.write(RUN_FILES.dataQuality, toJson(describeData(data)));
    await folder.write(RUN_FILES.transforms, toJson(data.transformState));
    const { inputShape } = data;
    model = buildModel(spec.model.layers, { inputShape, registry, stream: root.derive('model') });
    const epochs = trial?.kind === 'fast' ? 1 : spec.training.epochs;
    const chosen = chooseStep(step, { model, ...parts });
    options.onStart({ data, model, backend, epochs, step: chosen, resumedEpochs });

    const ending = await train({
      model,
      data,
      ...parts,
      metrics: Object.entries(parts.metrics).map(([name, part]) => ({ name, part })),
      epochs,
      batchSize,
      shuffle,
      step,
      stream: root.derive('training'),
      clock,
      signal: options.signal,
      onEvent(event) {
        if (event.type !== 'batch') folder.appendEvent(event);
        options.onEvent(event);
      },
      onCheckpoint: checkpointWriter(folder, clock),
      ...(resumeFrom && { resumeFrom }),
    });

    const stream = root.derive('evaluation');
    const { judged, ...comparison } = await evaluateRun({ model, data, ...parts, registry, stream });
    const result: RunResult = {
      schemaVersion: 1,
      name: spec.name,
      trial,
      task: parts.loss.task,
      status: ending.status,
      reason: ending.reason,
      epochs: ending.epochs,
      chosenEpoch: ending.chosenEpoch,
      trainingSeconds: ending.seconds,
      totalSeconds: (clock.milliseconds() - began) / 1000,
      outputs: data.target.kind === 'classes' ? data.target.classes : data.target.names,
      directions: directionsOf(parts.metrics),
      ...comparison,
      targets: trial ? [] : judgeTargets(spec.targets, comparison.parts),
    };
    await writeResults(folder, { model, result, judged, data, callbacks: parts.callbacks });
    return { result, folder: ending.status === 'interrupted' ? folder.path : folder.complete() };
  } finally {
    model?.dispose();
    folder.release();
  }
}
