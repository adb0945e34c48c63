import cliProgress from 'cli-progress';
import type { TrainingEvent } from '../training/event.ts';
import { createTimeLeft } from './time-left.ts';

/** Shows training as it goes on. */
export interface Progress {
  show(event: TrainingEvent): void;
  /** Takes a bar off the screen, so that messages can follow. */
  end(): void;
}

interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  readonly epochs: number;
  /** Epochs that an earlier process has done. */
  readonly resumedEpochs: number;
  /** The value to show beside the losses, e.g. `validation.accuracy`. */
  readonly metric: string | undefined;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** Where there is no terminal, about this many lines are printed for a run. */
const LINES_PER_RUN = 10;
/** Steps of the bar in an epoch. */
const BAR_STEPS = 1000;

/** A bar on a terminal, a line for every tenth of the epochs elsewhere. */
export function createProgress(options: ProgressOptions): Progress {
  return options.stream.isTTY ? barProgress(options) : lineProgress(options);
}

function barProgress(options: ProgressOptions): Progress {
  const { stream, epochs, resumedEpochs, metric } = options;
  const timeLeft = createTimeLeft({ total: epochs, doneBefore: resumedEpochs, clock: options.clock });
  let details = '';
  const bar = new cliProgress.SingleBar(
    {
      format: `  {bar} epoch {epoch}/${epochs}{details}{left}`,
      stream,
      clearOnComplete: true,
      hideCursor: true,
      // The command itself ends cleanly on Ctrl-C, and takes the bar away.
      gracefulExit: false,
      barsize: 24,
    },
    cliProgress.Presets.rect,
  );
  bar.start(epochs * BAR_STEPS, resumedEpochs * BAR_STEPS, { epoch: resumedEpochs + 1, details, left: '' });
  const update = (done: number) => {
    const epoch = Math.min(epochs, Math.floor(done) + 1);
    bar.update(Math.round(done * BAR_STEPS), { epoch, details, left: timeLeft(done) });
  };
  return {
    show(event) {
      if (event.type === 'batch') {
        update(event.epoch - 1 + event.batch / event.batches);
      } else if (event.type === 'epoch') {
        details = valuesText(event.values, metric);
        update(event.epoch);
      }
    },
    end: () => {
      bar.stop();
    },
  };
}

function lineProgress(options: ProgressOptions): Progress {
  const { stream, epochs, resumedEpochs, metric } = options;
  const timeLeft = createTimeLeft({ total: epochs, doneBefore: resumedEpochs, clock: options.clock });
  const every = Math.max(1, Math.ceil(epochs / LINES_PER_RUN));
  return {
    show(event) {
      if (event.type !== 'epoch') return;
      const { epoch, values } = event;
      if (epoch !== 1 && epoch !== epochs && epoch % every !== 0) return;
      stream.write(`  epoch ${epoch}/${epochs}${valuesText(values, metric)}${timeLeft(epoch)}\n`);
    },
    end: () => undefined,
  };
}

function valuesText(values: Readonly<Record<string, number>>, metric: string | undefined): string {
  const shown = ['train.loss', 'validation.loss', ...(metric === undefined ? [] : [metric])];
  return shown
    .filter((name) => values[name] !== undefined)
    .map((name) => ` · ${name.replace('.', ' ')} ${values[name]!.toPrecision(3)}`)
    .join('');
}
