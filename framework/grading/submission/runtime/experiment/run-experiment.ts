import { builtInRegistry } from '../../../../experiment/components.ts';
import { buildRunParts } from '../../../../experiment/run-parts.ts';
import { problemOf } from '../../../../experiment/spec/component-problem.ts';
import type { ExperimentSpec } from '../../../../experiment/spec/experiment-spec.ts';
import { applyMapping } from '../../../../experiment/spec/override-by-mapping.ts';
import { applyOverrides } from '../../../../experiment/spec/override.ts';
import { schemaOf, validateExperiment } from '../../../../experiment/spec/validate-experiment.ts';
import type { Registry } from '../../../../component/registry.ts';
import { prepareData } from '../../../../data/pipeline.ts';
import { restorePreparation } from '../../../../data/prediction.ts';
import type { PreparedData } from '../../../../data/prepared-data.ts';
import { locate, valueAt, type LoadedDocument } from '../../../../document/document.ts';
import { loadDocument } from '../../../../document/load-document.ts';
import { ProblemsError } from '../../../../document/problem.ts';
import type { SourceText } from '../../../../document/source-text.ts';
import { buildModel } from '../../../../model/build.ts';
import { createStream } from '../../../../random/stream.ts';
import type { Clock } from '../../../../training/clock.ts';
import { train } from '../../../../training/loop.ts';
import { weighRows } from '../../../../training/row-weights.ts';
import type { ExperimentAnswer, ExperimentRequest } from '../../protocol.ts';
import { checkLimits, checkParameters } from './check-limits.ts';
import { createHandedInSources } from './handed-in-sources.ts';
import { createHistory } from './history.ts';
import { TrainedExperiment } from './trained-experiment.ts';

const sources = createHandedInSources(builtInRegistry);

/** Time stands still: nothing in an answer depends on it, and training never pauses for others to run. */
const clock: Clock = { milliseconds: () => 0, time: () => '' };

/** How an experiment is run: a request with the texts that it names. */
export interface ExperimentRun extends Pick<ExperimentRequest, 'data' | 'limits'> {
  readonly overrides: readonly (string | (SourceText & { readonly path: readonly string[] }))[];
}

/**
 * Runs an experiment as `descent run` does, with the same streams of random numbers, but on tables instead of files and
 * without a run folder.
 * @throws ProblemsError with all that is wrong in the file, or goes beyond the limits
 */
export async function runExperiment(
  source: SourceText,
  { data: tables, limits, overrides }: ExperimentRun,
): Promise<ExperimentAnswer> {
  const { registry } = sources;
  const document = override(loadDocument(source), overrides);
  refuseOwnComponents(document);
  sources.handIn(tables);
  const spec = await validateExperiment(document, { registry, directory: '/' });
  refuse(checkLimits(spec, document, limits));

  const root = createStream(spec.seed);
  const data = await prepare(spec, document, registry);
  const build = () => {
    const { inputShape } = data;
    return buildModel(spec.model.layers, { inputShape, registry, stream: root.derive('model') });
  };
  const untrained = build();
  refuse(checkParameters(untrained, document, limits));
  const trained = build();
  const parts = buildRunParts(spec, registry, data.parts.validation.rows > 0);
  const { batchSize, shuffle, epochs } = spec.training;
  const history = createHistory();
  const { status, reason } = await train({
    model: trained,
    data,
    ...parts,
    metrics: Object.entries(parts.metrics).map(([name, part]) => ({ name, part })),
    epochs,
    batchSize,
    shuffle,
    stream: root.derive('training'),
    clock,
    onEvent: history.add,
  });

  const preparation = restorePreparation(spec.data, data.transformState, registry);
  const { loss } = parts;
  return {
    task: loss.task,
    outputs: data.target.kind === 'classes' ? data.target.classes : data.target.names,
    status,
    reason,
    history: history.read(),
    written: document.value,
    spec,
    trained: new TrainedExperiment({ preparation, loss, trained, untrained }),
  };
}

function override(document: LoadedDocument, overrides: ExperimentRun['overrides']): LoadedDocument {
  const { schema } = schemaOf(sources.registry);
  return overrides.reduce<LoadedDocument>(
    (changed, change) =>
      typeof change === 'string'
        ? applyOverrides(changed, [change], schema)
        : applyMapping(changed, loadDocument(change), change.path, schema),
    document,
  );
}

async function prepare(
  spec: ExperimentSpec,
  document: LoadedDocument,
  registry: Registry,
): Promise<PreparedData> {
  const stream = createStream(spec.seed).derive('data');
  try {
    const data = await prepareData(spec.data, { registry, directory: '/', stream });
    return weighRows(data, spec.training.classWeights);
  } catch (error) {
    throw new ProblemsError([problemOf(error, document, ['data'])]);
  }
}

function refuseOwnComponents(document: LoadedDocument): void {
  const files = valueAt(document.value, ['use']);
  if (files === undefined || (Array.isArray(files) && files.length === 0)) return;
  const place = locate(document, ['use'], 'key');
  const message = 'this exercise takes no components of your own';
  throw new ProblemsError([{ file: place.file, place, message, fix: 'Remove "use".' }]);
}

function refuse(problems: ConstructorParameters<typeof ProblemsError>[0]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}
