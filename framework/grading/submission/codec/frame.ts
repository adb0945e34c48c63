import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './limits.ts';
import { scanJson } from './scan-json.ts';

/*
 * A frame:  magic (4 bytes) · bytes of the head (4) · bytes of the blobs (4) · head, JSON in UTF-8 · blobs.
 * All integers are unsigned and little-endian, as the elements of the blobs are, which every platform of
 * Node 20 with TensorFlow.js is. The head's field "blobs" lists the length of each blob; each starts at a
 * multiple of eight bytes, so that typed arrays can be views of it.
 */

/** JSON as it stands in a head. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What one side tells the other in one go. */
export interface Frame {
  /** Anything that JSON can hold: to be checked field by field by the reader. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly blobs: readonly Uint8Array[];
}

/** Bytes before the head. */
export const PREFIX_BYTES = 12;
/** `DSC1`: text that a program prints into the pipe is found out at its first four bytes. */
const MAGIC = 0x31435344;
const ALIGNMENT = 8;
/** Tags and the envelope take room of their own beside the values that the limits count. */
const HEAD_VALUES_PER_NODE = 20;
const HEAD_LEVELS_PER_LEVEL = 2;
const ENVELOPE_LEVELS = 4;

/**
 * The bytes of a frame, in pieces to be written one after the other. Blobs are not copied: they must not
 * change until they are written.
 * @throws CodecError when it is larger than the limits allow.
 */
export function encodeFrame(
  head: Readonly<Record<string, Json>>,
  blobs: readonly Uint8Array[],
  limits: CodecLimits,
): Uint8Array[] {
  const text = new TextEncoder().encode(
    JSON.stringify({ ...head, blobs: blobs.map(({ byteLength }) => byteLength) }),
  );
  const blobBytes = blobs.reduce((sum, blob) => sum + padded(blob.byteLength), 0);
  checkSizes(text.length, blobBytes, limits, '');

  const prefix = new Uint8Array(PREFIX_BYTES);
  const view = new DataView(prefix.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  view.setUint32(8, blobBytes, true);
  return [
    prefix,
    text,
    ...blobs.flatMap((blob) => [blob, new Uint8Array(padded(blob.byteLength) - blob.byteLength)]),
  ].filter((piece) => piece.length > 0);
}

/**
 * Reads the first {@link PREFIX_BYTES} bytes of a frame: how long its head and its blobs are.
 * @throws CodecError when they are no prefix, or announce more than the limits allow.
 */
export function parsePrefix(
  prefix: Uint8Array,
  limits: CodecLimits,
): { readonly headBytes: number; readonly blobBytes: number } {
  const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX_BYTES);
  if (view.getUint32(0, true) !== MAGIC) throw new CodecError('sent bytes that are no frame');
  const headBytes = view.getUint32(4, true);
  const blobBytes = view.getUint32(8, true);
  checkSizes(headBytes, blobBytes, limits, 'sent ');
  return { headBytes, blobBytes };
}

/**
 * Puts a frame together.
 * @param blobs all blobs of the frame, in memory of their own that starts at a multiple of eight
 * @throws CodecError when the head is no JSON record, over a limit, or does not describe the blobs.
 */
export function parseFrame(headText: Uint8Array, blobs: Uint8Array, limits: CodecLimits): Frame {
  scanJson(headText, {
    depth: HEAD_LEVELS_PER_LEVEL * limits.depth + ENVELOPE_LEVELS,
    values: HEAD_VALUES_PER_NODE * limits.nodes,
  });
  const head = parseJson(headText);
  if (typeof head !== 'object' || head === null || Array.isArray(head)) {
    throw new CodecError('sent a head that is no record');
  }
  return { head: head as Frame['head'], blobs: splitBlobs((head as Frame['head']).blobs, blobs) };
}

function parseJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch (error) {
    throw new CodecError('sent a head that is no JSON', { cause: error });
  }
}

function splitBlobs(lengths: unknown, blobs: Uint8Array): Uint8Array[] {
  if (!Array.isArray(lengths)) throw new CodecError('sent a head without the lengths of its blobs');
  let offset = 0;
  const parts = lengths.map((length: unknown) => {
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0 || length > blobs.length) {
      throw new CodecError('sent a blob of impossible length');
    }
    const part = blobs.subarray(offset, offset + length);
    offset += padded(length);
    return part;
  });
  if (offset !== blobs.length) throw new CodecError('sent blobs that do not fill their frame');
  return parts;
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function checkSizes(headBytes: number, blobBytes: number, limits: CodecLimits, verb: 'sent ' | ''): void {
  for (const [bytes, limit] of [
    [headBytes, limits.headBytes],
    [blobBytes, limits.blobBytes],
  ] as const) {
    if (bytes <= limit) continue;
    throw new CodecError(`${verb}${megabytes(bytes)} at once, where ${megabytes(limit)} are allowed`);
  }
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
