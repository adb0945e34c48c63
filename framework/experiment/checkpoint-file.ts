import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeSafetensors, encodeSafetensors, type StoredTensor } from '../export/safetensors.ts';
import type { TrainingCheckpoint } from '../training/checkpoint.ts';
import type { Clock } from '../training/clock.ts';
import type { TrainingOptions } from '../training/options.ts';
import { RUN_FILES, type OpenRunFolder } from './run-folder.ts';

/** The checkpoints of a run folder. */
export const CHECKPOINT_FILES = {
  /** After the latest epoch that was checkpointed; an interrupted run goes on from it. */
  last: `${RUN_FILES.checkpoints}/last.safetensors`,
  /** The weights of the best epoch until then. */
  best: `${RUN_FILES.checkpoints}/best.safetensors`,
} as const;

const PROGRESS = 'progress';

/**
 * Milliseconds between checkpoints of a run. Writing one takes some, as an epoch of a tiny net does; what a
 * killed run loses is at most this much.
 */
const INTERVAL = 1000;

/** Writes the checkpoints of a run: once a second and at its end. */
export function checkpointWriter(
  folder: OpenRunFolder,
  clock: Clock,
): NonNullable<TrainingOptions['onCheckpoint']> {
  let written = clock.milliseconds();
  let bestWritten: number | null = null;
  return async ({ isLast, capture }) => {
    if (!isLast && clock.milliseconds() - written < INTERVAL) return;
    const checkpoint = await capture();
    await folder.write(CHECKPOINT_FILES.last, encodeCheckpoint(checkpoint));
    const { bestEpoch } = checkpoint.progress;
    if (bestEpoch !== bestWritten) {
      await folder.write(CHECKPOINT_FILES.best, encodeBest(checkpoint));
      bestWritten = bestEpoch;
    }
    written = clock.milliseconds();
  };
}

/** A checkpoint as the bytes of one safetensors file, so that it is written whole or not at all. */
export function encodeCheckpoint({ tensors, progress }: TrainingCheckpoint): Uint8Array {
  return encodeSafetensors({
    tensors: mapEntries(tensors, (name) => name),
    metadata: { format: 'descent checkpoint 1', [PROGRESS]: JSON.stringify(progress) },
  });
}

const BEST = 'best/';

/** The best weights alone, under the names that they have in the model: `dense_1/kernel`. */
function encodeBest({ tensors, progress }: TrainingCheckpoint): Uint8Array {
  return encodeSafetensors({
    tensors: mapEntries(tensors, (name) => (name.startsWith(BEST) ? name.slice(BEST.length) : undefined)),
    metadata: { format: 'descent weights 1', epoch: String(progress.bestEpoch) },
  });
}

function mapEntries(
  tensors: TrainingCheckpoint['tensors'],
  rename: (name: string) => string | undefined,
): Record<string, StoredTensor> {
  const stored: Record<string, StoredTensor> = {};
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const renamed = rename(name);
    if (renamed !== undefined) stored[renamed] = { dtype: 'F32', shape, data: values };
  }
  return stored;
}

/**
 * The last checkpoint of a run folder, or undefined where none was written.
 * @throws Error when the file is damaged; nothing but a disk fault damages it, for it is written atomically.
 */
export async function readLastCheckpoint(folder: string): Promise<TrainingCheckpoint | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, CHECKPOINT_FILES.last));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { tensors, metadata } = decodeSafetensors(bytes);
  const values = Object.entries(tensors).map(([name, { shape, data }]) => {
    if (!(data instanceof Float32Array)) throw new Error(`"${name}" in a checkpoint is no float32 tensor`);
    return [name, { shape, values: data }] as const;
  });
  return {
    progress: JSON.parse(metadata[PROGRESS] ?? 'null') as TrainingCheckpoint['progress'],
    tensors: Object.fromEntries(values),
  };
}
