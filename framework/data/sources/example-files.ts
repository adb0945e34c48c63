import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a little-endian npy file in version 1. For tests. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  values: ArrayBufferView,
  { fortranOrder = false, version = 1 } = {},
): Uint8Array {
  const order = fortranOrder ? 'True' : 'False';
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  const lengthBytes = version === 1 ? 2 : 4;
  const padding = 64 - ((6 + 2 + lengthBytes + text.length + 1) % 64);
  const header = Buffer.from(`${text}${' '.repeat(padding)}\n`);
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntLE(header.length, 0, lengthBytes);
  const data = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), Buffer.of(version, 0), length, header, data]);
}

/**
 * Writes an HDF5 file with datasets of numbers (typed arrays) or texts. For tests.
 * @param datasets by path; `group/name` makes the group
 */
export async function writeHdf5(
  path: string,
  datasets: Readonly<
    Record<
      string,
      {
        readonly shape: number[];
        readonly data: Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array | string[];
      }
    >
  >,
): Promise<void> {
  const { File, ready } = await import('h5wasm/node');
  await ready;
  const file = new File(path, 'w');
  for (const [name, { shape, data }] of Object.entries(datasets)) {
    const slash = name.lastIndexOf('/');
    const group = slash < 0 ? file : file.create_group(name.slice(0, slash));
    group.create_dataset({ name: name.slice(slash + 1), data, shape });
  }
  file.close();
}

/** Writes the files that the examples of the sources json, npy and hdf5 name. For tests. */
export async function writeExampleFiles(folder: string): Promise<void> {
  const data = join(folder, 'data');
  await mkdir(data);
  const signal = Float32Array.from({ length: 12 }, (_, index) => index / 4);
  const label = Int32Array.of(0, 1, 1, 0);
  await writeFile(
    join(data, 'readings.json'),
    JSON.stringify([
      { time: 0, temperature: 20.5, room: 'hall' },
      { time: 1, temperature: null, room: 'attic' },
    ]),
  );
  await writeFile(join(data, 'signal.npy'), npyBytes('<f4', [4, 3], signal));
  await writeFile(join(data, 'label.npy'), npyBytes('<i4', [4], label));
  await writeHdf5(join(data, 'readings.h5'), {
    signal: { shape: [4, 3], data: signal },
    'meta/label': { shape: [4], data: label },
  });
}
