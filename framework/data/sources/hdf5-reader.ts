import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DataError } from '../data-error.ts';
import { DAMAGED, type Hdf5Description, type Hdf5Values } from './hdf5-file.ts';
import type { Hdf5Reply, Hdf5Request } from './hdf5-worker.ts';

/** An open HDF5 file, read in a thread of its own. Every promise rejects with a DataError when it cannot be read. */
export interface Hdf5Reader {
  /** What is known of a dataset without its values. */
  describe(dataset: string): Promise<Hdf5Description>;
  /** The values of the given rows (ascending; without them of all), in C order. */
  read(dataset: string, rows: Int32Array | undefined): Promise<Hdf5Values>;
  /** Ends the thread, whatever it does. */
  close(): Promise<void>;
}

/** Seconds without a sign of life after which a file is given up; a piece of a large one takes far less. */
const PATIENCE = 20;

/**
 * Opens an HDF5 file. h5wasm, the library compiled to WebAssembly, runs in a worker thread: damaged bytes can make it
 * abort or loop for ever, which then ends that thread and nothing else.
 * @param path absolute
 * @param file what messages call it
 * @param patience seconds without a sign of life after which the thread is ended
 * @throws DataError when it is no HDF5 file or is damaged
 */
export async function openHdf5(path: string, file: string, patience = PATIENCE): Promise<Hdf5Reader> {
  const worker = new Worker(createRequire(import.meta.url).resolve('#hdf5-worker'), {
    workerData: { path, file },
    execArgv: [],
    // What the library prints when it aborts is not for users.
    stdout: true,
    stderr: true,
  });
  // Kept from the beginning: a thread may end while nobody waits for it.
  let ended: Error | undefined;
  worker.on('error', (error: Error) => (ended = error));
  worker.on('exit', (code) => (ended ??= new Error(`its thread ended with code ${code}`)));
  const next = (request?: Hdf5Request) =>
    conversation({ worker, file, patience, ended: () => ended }, request);
  const reader: Hdf5Reader = {
    describe: (dataset) => next({ what: 'describe', dataset }) as Promise<Hdf5Description>,
    read: (dataset, rows) => next({ what: 'read', dataset, rows }) as Promise<Hdf5Values>,
    close: async () => {
      await worker.terminate();
    },
  };
  try {
    await next();
    await next({ what: 'open' });
  } catch (error) {
    await reader.close();
    throw error;
  }
  return reader;
}

interface Partner {
  readonly worker: Worker;
  readonly file: string;
  readonly patience: number;
  /** Why the thread is no more, once it is not. */
  readonly ended: () => Error | undefined;
}

/**
 * Puts one request and waits for its answer; without a request for the thread to be ready.
 * @throws DataError when the file is at fault; the thread's own error when it could not even begin
 */
function conversation(
  { worker, file, patience, ended }: Partner,
  request: Hdf5Request | undefined,
): Promise<unknown> {
  const refused = (reason: string) =>
    new DataError(`the HDF5 file cannot be read: ${reason}`, { file, fix: DAMAGED });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => {
        reject(refused(`the library gave no answer for ${patience} s`));
      });
    }, patience * 1000);
    const onMessage = (reply: Hdf5Reply) => {
      if (reply.what === 'piece') {
        timer.refresh();
        return;
      }
      settle(() => {
        if (reply.what === 'refusal') reject(new DataError(reply.problem, reply.details));
        else resolve(reply.what === 'answer' ? reply.value : undefined);
      });
    };
    const onEnd = () => {
      settle(() => {
        const error = ended() ?? new Error('its thread ended');
        const reason = error.message.split('\n', 1)[0]!.slice(0, 120);
        reject(request ? refused(`the library broke down (${reason})`) : error);
      });
    };
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      act();
    };
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    if (ended()) onEnd();
    else if (request) worker.postMessage(request);
  });
}
