import cliProgress from 'cli-progress';
import type { TrainingEvent } from '../training/event.ts';

/** Shows training as it goes on. */
export interface Progress {
  show(event: TrainingEvent): void;
  /** Takes a bar off the screen, so that messages can follow. */
  end(): void;
}

/** Lines are printed for about this many epochs of a run where there is no terminal. */
const LINES_PER_RUN = 10;

/**
 * A bar on a terminal, a line for every tenth of the epochs elsewhere, nothing when silent.
 * @param metric the value to show beside the losses, e.g. `validation.accuracy`
 * @param clock milliseconds
 */
export function createProgress(options: {
  readonly stream: NodeJS.WriteStream;
  readonly silent: boolean;
  readonly metric: string | undefined;
  readonly clock: () => number;
}): Progress {
  if (options.silent) return { show: () => undefined, end: () => undefined };
  return options.stream.isTTY ? barProgress(options) : lineProgress(options);
}

type Options = Parameters<typeof createProgress>[0];

function barProgress({ stream, metric, clock }: Options): Progress {
  let bar: cliProgress.SingleBar | undefined;
  let epochs = 0;
  let batchesPerEpoch = 1;
  let startedAt = 0;
  let startedEpoch = 0;
  let details = '';
  const update = (doneEpochs: number) => {
    const left = secondsLeft(doneEpochs - startedEpoch, epochs - doneEpochs, clock() - startedAt);
    bar?.update(Math.round(doneEpochs * batchesPerEpoch), { epoch: Math.min(epochs, Math.floor(doneEpochs) + 1), details, left });
  };
  return {
    show(event) {
      if (event.type === 'start') {
        epochs = event.epochs;
        batchesPerEpoch = event.batchesPerEpoch;
        startedAt = clock();
        bar = new cliProgress.SingleBar(
          {
            format: '  {bar} epoch {epoch}/' + String(epochs) + '{details}{left}',
            stream,
            clearOnComplete: true,
            hideCursor: true,
            gracefulExit: false,
            barsize: 24,
          },
          cliProgress.Presets.rect,
        );
        bar.start(epochs * batchesPerEpoch, 0, { epoch: 1, details, left: '' });
      } else if (event.type === 'resume') {
        startedEpoch = event.epoch;
        update(event.epoch);
      } else if (event.type === 'batch') {
        update(event.epoch - 1 + event.batch / event.batches);
      } else if (event.type === 'epoch') {
        details = valuesText(event.values, metric);
        update(event.epoch);
      }
    },
    end: () => bar?.stop(),
  };
}

function lineProgress({ stream, metric, clock }: Options): Progress {
  let epochs = 0;
  let startedAt = 0;
  let startedEpoch = 0;
  return {
    show(event) {
      if (event.type === 'start') {
        epochs = event.epochs;
        startedAt = clock();
      } else if (event.type === 'resume') {
        startedEpoch = event.epoch;
      } else if (event.type === 'epoch' && isShown(event.epoch, epochs)) {
        const left = secondsLeft(event.epoch - startedEpoch, epochs - event.epoch, clock() - startedAt);
        stream.write(`  epoch ${event.epoch}/${epochs}${valuesText(event.values, metric)}${left}\n`);
      }
    },
    end: () => undefined,
  };
}

function isShown(epoch: number, epochs: number): boolean {
  const every = Math.max(1, Math.ceil(epochs / LINES_PER_RUN));
  return epoch === 1 || epoch === epochs || epoch % every === 0;
}

function valuesText(values: Readonly<Record<string, number>>, metric: string | undefined): string {
  const shown = ['train.loss', 'validation.loss', ...(metric === undefined ? [] : [metric])];
  return shown
    .filter((name) => values[name] !== undefined)
    .map((name) => ` · ${name.replace('.', ' ')} ${values[name]!.toPrecision(3)}`)
    .join('');
}

function secondsLeft(done: number, left: number, milliseconds: number): string {
  if (done <= 0 || left <= 0) return '';
  const seconds = ((milliseconds / done) * left) / 1000;
  if (seconds < 1) return ' · under 1 s left';
  return seconds < 90 ? ` · ${Math.round(seconds)} s left` : ` · ${Math.round(seconds / 60)} min left`;
}
