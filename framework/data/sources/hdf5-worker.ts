import { parentPort, workerData } from 'node:worker_threads';
import { DataError, type DataErrorDetails } from '../data-error.ts';
import { openHdf5File, type Hdf5Description, type Hdf5File, type Hdf5Values } from './hdf5-file.ts';

// The thread in which `hdf5-reader.ts` has an HDF5 file read: what the library does to itself there harms nobody else.

/** What the thread is asked, one thing after the other. */
export type Hdf5Request =
  | { readonly what: 'open' }
  | { readonly what: 'describe'; readonly dataset: string }
  | { readonly what: 'read'; readonly dataset: string; readonly rows: Int32Array | undefined };

/** What it says. `ready` comes once, before it is asked; `piece` is a sign of life before an answer. */
export type Hdf5Reply =
  | { readonly what: 'ready' }
  | { readonly what: 'piece' }
  | { readonly what: 'answer'; readonly value: undefined | Hdf5Description | Hdf5Values }
  | { readonly what: 'refusal'; readonly problem: string; readonly details: DataErrorDetails };

const { path, file } = workerData as { readonly path: string; readonly file: string };
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread only');
const say = (reply: Hdf5Reply): void => {
  const value = reply.what === 'answer' ? reply.value : undefined;
  port.postMessage(reply, ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []);
};

const library = await import('h5wasm/node');
// Else the library prints its faults and goes on.
(await library.ready).activate_throwing_error_handler();
let opened: Hdf5File;
port.on('message', (request: Hdf5Request) => {
  try {
    say({ what: 'answer', value: answer(request) });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    // Errors lose their fields on the way.
    const { problem, ...details } = error;
    say({ what: 'refusal', problem, details: { ...details, file: error.file } });
  }
});
say({ what: 'ready' });

function answer(request: Hdf5Request): undefined | Hdf5Description | Hdf5Values {
  switch (request.what) {
    case 'open':
      opened = openHdf5File(library, path, file);
      return undefined;
    case 'describe':
      return opened.describe(request.dataset);
    case 'read':
      return opened.read(request.dataset, request.rows, () => {
        say({ what: 'piece' });
      });
  }
}
