import type { Readable } from 'node:stream';
import { cleanText } from './clean-text.ts';

/** How much of what one call printed is kept. */
const KEPT_BYTES = 16 * 1024;
/** V8 prints pages about its heap when that is full. */
const HEAP_REPORT = /\n?<--- Last few GCs --->[\s\S]*/;
const LONGEST_WAIT_MILLISECONDS = 100;

/** What a student process prints. */
export interface PrintedText {
  /** Waits until that many bytes have come since the process started, but not long: the number is a claim. */
  reached(bytes: number): Promise<void>;
  /** The beginning of what has come since the last time, cleaned, with a line about what was left out. */
  take(): string;
}

/** Collects a process's standard error. @param exceeded called once, when more has come than `limit` bytes */
export function collectPrinted(stream: Readable, limit: number, exceeded: () => void): PrintedText {
  let total = 0;
  let taken = 0;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let wake: (() => void) | undefined;

  stream.on('data', (piece: Buffer) => {
    const before = total;
    total += piece.length;
    if (keptBytes < KEPT_BYTES) {
      const part = Buffer.from(piece.subarray(0, KEPT_BYTES - keptBytes));
      kept.push(part);
      keptBytes += part.length;
    }
    if (before <= limit && total > limit) exceeded();
    wake?.();
  });

  return {
    async reached(bytes) {
      const deadline = performance.now() + LONGEST_WAIT_MILLISECONDS;
      while (total < bytes && performance.now() < deadline) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, deadline - performance.now());
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
    },
    take() {
      const text = cleanText(Buffer.concat(kept).toString('utf8'), KEPT_BYTES).replace(HEAP_REPORT, '');
      const leftOut = total - taken - keptBytes;
      taken = total;
      kept = [];
      keptBytes = 0;
      return leftOut > 0 ? `${text}\n… ${leftOut} more bytes` : text;
    },
  };
}
