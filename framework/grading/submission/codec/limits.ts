/** What a frame and the value in it may cost. Each is checked before memory is taken for it. */
export interface CodecLimits {
  /** Bytes of a frame's JSON head. */
  readonly headBytes: number;
  /** Bytes of all tensors, typed arrays and packed numbers of one frame together. */
  readonly blobBytes: number;
  /** How deep lists and records may nest. */
  readonly depth: number;
  /** How many values there may be outside tensors, typed arrays and packed numbers. */
  readonly nodes: number;
  /** UTF-16 units of one string or key. */
  readonly stringLength: number;
  /** How many lists one block of packed numbers may unpack into. */
  readonly rows: number;
}

/** The limits on both sides of the pipe: room for any honest answer, and at most a few hundred megabytes for a lie. */
export const CODEC_LIMITS: CodecLimits = {
  headBytes: 4 * 1024 * 1024,
  blobBytes: 128 * 1024 * 1024,
  depth: 32,
  nodes: 5_000,
  stringLength: 10_000,
  rows: 100_000,
};
