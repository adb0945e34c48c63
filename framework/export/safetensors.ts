/** One tensor of a safetensors file. */
export interface StoredTensor {
  readonly dtype: 'F32' | 'I32' | 'U8';
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** The content of a safetensors file: named tensors and a table of texts. */
export interface StoredTensors {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const BYTES = { F32: 4, I32: 4, U8: 1 } as const;
/** The format's own limit on the head. */
const MAXIMUM_HEAD = 100_000_000;

interface HeadEntry {
  dtype: keyof typeof BYTES;
  shape: number[];
  data_offsets: [number, number];
}

/**
 * Encodes tensors in the safetensors format: eight bytes with the length of a JSON head (little endian), the
 * head padded with spaces to eight bytes, then the numbers (little endian). Readable by PyTorch, JAX and NumPy
 * through the package `safetensors`. Names are written in alphabetical order, so equal content gives equal bytes.
 * Source: the format description of github.com/huggingface/safetensors.
 */
export function encodeSafetensors({ tensors, metadata }: StoredTensors): Uint8Array {
  const head: Record<string, HeadEntry | Record<string, string>> = {};
  if (Object.keys(metadata).length > 0) head.__metadata__ = { ...metadata };
  const names = Object.keys(tensors).sort();
  let offset = 0;
  for (const name of names) {
    const { dtype, shape, data } = tensors[name]!;
    if (data.length !== elements(shape)) {
      throw new RangeError(`tensor "${name}" of shape [${shape.join(', ')}] has ${data.length} numbers`);
    }
    head[name] = { dtype, shape: [...shape], data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const text = JSON.stringify(head);
  const headBytes = new TextEncoder().encode(text.padEnd(text.length + padding(text)));
  const bytes = new Uint8Array(8 + headBytes.length + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headBytes.length), true);
  bytes.set(headBytes, 8);
  let position = 8 + headBytes.length;
  for (const name of names) {
    const { data } = tensors[name]!;
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), position);
    position += data.byteLength;
  }
  return bytes;
}

/**
 * Decodes a safetensors file; every length is checked before it is used.
 * @throws Error saying what is wrong with the bytes.
 */
export function decodeSafetensors(bytes: Uint8Array): StoredTensors {
  if (bytes.length < 8) throw new Error('not a safetensors file: it is shorter than 8 bytes');
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > MAXIMUM_HEAD || 8 + length > bytes.length) {
    throw new Error(`not a safetensors file: its head would have ${length} bytes of ${bytes.length}`);
  }
  const head = parseHead(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const body = bytes.subarray(8 + length);
  const tensors: Record<string, StoredTensor> = {};
  for (const [name, entry] of Object.entries(head.entries)) {
    const [start, end] = entry.data_offsets;
    if (
      !(start >= 0 && start <= end && end <= body.length) ||
      end - start !== elements(entry.shape) * BYTES[entry.dtype]
    ) {
      throw new Error(`tensor "${name}" lies outside the file or has another size than its shape`);
    }
    // Not `slice`: that of a Buffer shares memory, and only a copy is sure to be aligned.
    const copy = new Uint8Array(body.subarray(start, end)).buffer;
    const data =
      entry.dtype === 'F32'
        ? new Float32Array(copy)
        : entry.dtype === 'I32'
          ? new Int32Array(copy)
          : new Uint8Array(copy);
    tensors[name] = { dtype: entry.dtype, shape: entry.shape, data };
  }
  return { tensors, metadata: head.metadata };
}

function parseHead(text: string): { entries: Record<string, HeadEntry>; metadata: Record<string, string> } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new Error('not a safetensors file: its head is not JSON', { cause });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error('not a safetensors file: its head is not an object');
  }
  const entries: Record<string, HeadEntry> = {};
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(parsed as Record<string, unknown>)) {
    if (name === '__metadata__' && isTable(value)) metadata = value;
    else if (isHeadEntry(value)) entries[name] = value;
    else throw new Error(`the head's entry "${name}" has no known dtype, shape and data_offsets`);
  }
  return { entries, metadata };
}

function isTable(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function isHeadEntry(value: unknown): value is HeadEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>;
  const isCount = (number: unknown) => Number.isSafeInteger(number) && (number as number) >= 0;
  return (
    typeof dtype === 'string' &&
    Object.hasOwn(BYTES, dtype) &&
    Array.isArray(shape) &&
    shape.every(isCount) &&
    Array.isArray(offsets) &&
    offsets.length === 2 &&
    offsets.every(isCount)
  );
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Spaces that bring the head to a multiple of eight bytes. */
function padding(text: string): number {
  return (8 - (new TextEncoder().encode(text).length % 8)) % 8;
}
