import { readSync, writeSync } from 'node:fs';
import { createFrameReader } from '../codec/frame-reader.ts';
import { encodeFrame, type Frame, type Json } from '../codec/frame.ts';
import { CODEC_LIMITS } from '../codec/limits.ts';

const INPUT = 0;
const OUTPUT = 1;
const PIECE_BYTES = 1024 * 1024;

/** The student process's end of the pipe. Both directions block, so nothing of the student's runs meanwhile. */
export interface Pipe {
  /** Waits for the next frame. @returns undefined when the grader has closed the pipe */
  read(): Frame | undefined;
  write(head: Readonly<Record<string, Json>>, blobs: readonly Uint8Array[]): void;
}

/** The pipe on standard input and output. */
export function openPipe(): Pipe {
  const reader = createFrameReader(CODEC_LIMITS);
  const frames: Frame[] = [];
  const piece = new Uint8Array(PIECE_BYTES);
  return {
    read() {
      while (frames.length === 0) {
        const length = blocking(() => readSync(INPUT, piece, 0, PIECE_BYTES, null));
        if (length === 0) return undefined;
        frames.push(...reader.push(piece.subarray(0, length)));
      }
      return frames.shift();
    },
    write(head, blobs) {
      for (const part of encodeFrame(head, blobs, CODEC_LIMITS)) writeFully(OUTPUT, part);
    },
  };
}

/** Writes all bytes to a file descriptor, however long that takes. */
export function writeFully(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    const start = written;
    written += blocking(() => writeSync(descriptor, bytes, start));
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** A pipe may be set not to block (a program that touched standard input does so): then try again, slowly. */
function blocking(transfer: () => number): number {
  for (;;) {
    try {
      return transfer();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows reports the end of a pipe as an error.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}
