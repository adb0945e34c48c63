import type { ComponentSpec } from '../../component/component.ts';
import { PART_NAMES, type PartName } from '../../data/split.ts';
import { enumerate, formatCount, formatDuration, plural } from '../../page/format.ts';
import { html, type Html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';

/** What was run, in words, from the files of the run alone. */
export function describeRun(record: RunRecord): Html[] {
  return [describeTask(record), describeTraining(record), describeEnd(record)].filter(
    (part) => part !== null,
  );
}

function describeTask(record: RunRecord): Html | null {
  const { result, data, model } = record;
  if (data === undefined) return null;
  const network =
    model === undefined
      ? 'A model'
      : `A network of ${plural(model.layers.length, 'layer')} with ${plural(model.parameters, 'parameter')}`;
  const goal =
    result.task === 'classification'
      ? html`learned to predict <em>${enumerate(data.targets)}</em>, one of
          ${plural(result.outputs.length, 'class', 'classes')} (${enumerate(result.outputs, 10)}),`
      : html`learned to predict ${result.outputs.length === 1 ? 'the number' : 'the numbers'}
          <em>${enumerate(data.targets)}</em>`;
  return html`<p>${network} ${goal} from ${describeInputs(data)}. ${describeParts(record)}</p>`;
}

function describeInputs(data: NonNullable<RunRecord['data']>): Html | string {
  if (data.inputShape.length > 1) return `inputs of shape ${data.inputShape.join(' × ')}`;
  if (data.features.length === 0) return plural(data.inputShape[0] ?? 1, 'input');
  return html`${plural(data.features.length, 'input')} (<em>${enumerate(data.features)}</em>)`;
}

function describeParts({ data, result }: RunRecord): string {
  if (data === undefined) return '';
  const roles: Readonly<Record<PartName, string>> = {
    train: 'trained it',
    validation: 'watched the training (validation)',
    test: 'were kept for the end (test)',
  };
  const used = PART_NAMES.filter((name) => data.parts[name].rows > 0);
  const uses = used.map((name) => `${formatCount(data.parts[name].rows)} ${roles[name]}`);
  const dropped =
    data.droppedRows > 0
      ? ` after ${plural(data.droppedRows, 'row')} with missing values ${data.droppedRows === 1 ? 'was' : 'were'} dropped`
      : '';
  const judged =
    result.judgedPart === 'test'
      ? ''
      : ` There is no test part, so ${result.judgedPart} rows judge the result.`;
  return `Of ${plural(data.rows, 'row')}${dropped}, ${enumerate(uses)}.${judged}`;
}

function describeTraining({ spec, provenance }: RunRecord): Html | null {
  if (spec === undefined) return null;
  const { loss, optimizer, batchSize, epochs } = spec.training;
  const backend = provenance === undefined ? spec.backend : provenance.backend.name;
  return html`<p>
    Training minimized <em>${loss.type}</em> with ${describeOptimizer(optimizer)}, in batches of
    ${plural(batchSize, 'row')}, for at most ${plural(epochs, 'epoch')}, from seed ${String(spec.seed)} on the
    backend ${backend}.
  </p>`;
}

function describeEnd({ result }: RunRecord): Html {
  const kept =
    result.chosenEpoch === result.epochs
      ? 'The weights are those of the last epoch.'
      : result.chosenEpoch === 0
        ? 'The weights are those before training.'
        : `The weights are those of epoch ${formatCount(result.chosenEpoch)}.`;
  return html`<p>
    It ended after ${plural(result.epochs, 'epoch')} and ${formatDuration(result.trainingSeconds)} of training
    (${formatDuration(result.totalSeconds)} in all). ${sentence(result.reason)} ${kept}
  </p>`;
}

/** The optimizer and its learning rate; its other options are in the listing of the experiment. */
function describeOptimizer({ type, learningRate, schedule }: ComponentSpec): Html {
  const rate = typeof learningRate === 'number' ? ` at learning rate ${learningRate}` : '';
  const over = (schedule as ComponentSpec | undefined)?.type ?? 'constant';
  return html`<em>${type}</em>${rate}${over === 'constant' ? '' : ` with the schedule ${over}`}`;
}

/** A component and the options that are numbers or words: `adam (learningRate 0.01)`. */
export function describeComponent({ type, ...options }: ComponentSpec): Html {
  const shown = Object.entries(options).flatMap(([name, value]) => {
    if (typeof value === 'number') return [`${name} ${value}`];
    return typeof value === 'string' ? [`${name} ${value}`] : [];
  });
  return html`<em>${type}</em>${shown.length > 0 ? ` (${shown.join(', ')})` : ''}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
