import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { TrainingEvent } from '../training/event.ts';

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
  /** `last.safetensors` and `best.safetensors`: weights, optimizer slots, state of the callbacks. */
  checkpoints: 'checkpoints',
  report: 'report.html',
} as const;

const LOCK_FILE = 'running.json';

/** A run folder that this process writes. */
export interface OpenRunFolder {
  /** Where it is now: the partial folder. */
  readonly path: string;
  /** Whether an earlier process left work here. */
  readonly resumable: boolean;
  /** Writes a whole file: to a temporary name, flushed, renamed. */
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Adds a line to the event log. */
  appendEvent(event: TrainingEvent): void;
  /** Drops the events after an epoch, because a resumed run will write them again. */
  rewindEvents(epoch: number): Promise<void>;
  /** Gives the folder its final name, in place of an earlier complete run of the same experiment. */
  complete(): string;
  /** Leaves the folder as it is, for a later run to go on with. */
  release(): void;
}

/** Another process is writing the same run folder. */
export class RunInProgressError extends Error {
  override readonly name = 'RunInProgressError';
}

/**
 * Opens the partial folder of a run and locks it.
 * @param options.root folder of all runs, made if absent
 * @param options.id `<name>-<hash>`
 * @param options.fresh throw away what an earlier process left
 * @throws RunInProgressError when a living process holds it.
 */
export function openRunFolder(options: { root: string; id: string; fresh: boolean }): OpenRunFolder {
  const finalPath = join(options.root, options.id);
  const path = `${finalPath}.partial`;
  const lock = join(path, LOCK_FILE);
  const holder = existsSync(lock) ? lockHolder(lock) : undefined;
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new RunInProgressError(
      `the same experiment is running already, as process ${holder}, in ${path}; wait for it, or change the seed`,
    );
  }
  if (options.fresh) rmSync(path, { recursive: true, force: true });
  const resumable = existsSync(join(path, RUN_FILES.events));
  mkdirSync(path, { recursive: true });
  writeFileSync(lock, `${JSON.stringify({ process: process.pid })}\n`);
  const events = join(path, RUN_FILES.events);

  return {
    path,
    resumable,
    async write(file, content) {
      const target = join(path, file);
      mkdirSync(dirname(target), { recursive: true });
      await writeFileAtomic(target, typeof content === 'string' ? content : Buffer.from(content));
    },
    appendEvent: (event) => {
      appendFileSync(events, `${JSON.stringify(event)}\n`);
    },
    async rewindEvents(epoch) {
      const kept = readEvents(path).filter((event) => !('epoch' in event) || event.epoch <= epoch);
      const text = kept.filter((event) => event.type !== 'end').map((event) => `${JSON.stringify(event)}\n`);
      await writeFileAtomic(events, text.join(''));
    },
    complete() {
      rmSync(lock, { force: true });
      const replaced = `${finalPath}.replaced-${process.pid}`;
      if (existsSync(finalPath)) renameSync(finalPath, replaced);
      renameSync(path, finalPath);
      rmSync(replaced, { recursive: true, force: true });
      return finalPath;
    },
    release: () => {
      rmSync(lock, { force: true });
    },
  };
}

/** The events of a run in order; a last line that a killed process left half-written is passed over. */
export function readEvents(folder: string): TrainingEvent[] {
  const lines = readFileSync(join(folder, RUN_FILES.events), 'utf8').split('\n');
  // Every whole line ends with a newline, so what follows the last one is empty or torn.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as TrainingEvent);
}

function lockHolder(lock: string): number | undefined {
  const match = /"process":(\d+)/.exec(readFileSync(lock, 'utf8'));
  return match ? Number(match[1]) : undefined;
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
