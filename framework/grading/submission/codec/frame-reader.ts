import { PREFIX_BYTES, parseFrame, parsePrefix, type Frame } from './frame.ts';
import type { CodecLimits } from './limits.ts';

const EMPTY = new Uint8Array(0);

/** Cuts a stream of bytes, which arrives in pieces of any size, into frames. */
export interface FrameReader {
  /**
   * Takes the next piece.
   * @returns the frames that it completes
   * @throws CodecError when the stream is no sequence of frames within the limits. Nothing more may be pushed then.
   */
  push(piece: Uint8Array): Frame[];
  /** Whether the stream may end here: not within a frame. */
  readonly isBetweenFrames: boolean;
}

/** A reader that holds at most one frame, and takes memory for it only after its announced size is checked. */
export function createFrameReader(limits: CodecLimits): FrameReader {
  // The part that is being filled: prefix, then head, then blobs.
  let head: Uint8Array | undefined;
  let blobs: Uint8Array = EMPTY;
  let part: Uint8Array = new Uint8Array(PREFIX_BYTES);
  let stage: 'prefix' | 'head' | 'blobs' = 'prefix';
  let filled = 0;

  const begin = (next: typeof stage, target: Uint8Array): void => {
    stage = next;
    part = target;
    filled = 0;
  };

  const completePart = (): Frame | undefined => {
    if (stage === 'prefix') {
      const { headBytes, blobBytes } = parsePrefix(part, limits);
      blobs = new Uint8Array(blobBytes);
      head = new Uint8Array(headBytes);
      begin('head', head);
      return undefined;
    }
    if (stage === 'head') {
      begin('blobs', blobs);
      return undefined;
    }
    const frame = parseFrame(head!, blobs, limits);
    head = undefined;
    blobs = EMPTY;
    begin('prefix', new Uint8Array(PREFIX_BYTES));
    return frame;
  };

  return {
    push(piece) {
      const frames: Frame[] = [];
      let rest = piece;
      for (;;) {
        const taken = rest.subarray(0, part.length - filled);
        part.set(taken, filled);
        filled += taken.length;
        rest = rest.subarray(taken.length);
        if (filled < part.length) return frames;
        const frame = completePart();
        if (frame !== undefined) frames.push(frame);
      }
    },
    get isBetweenFrames() {
      return stage === 'prefix' && filled === 0;
    },
  };
}
