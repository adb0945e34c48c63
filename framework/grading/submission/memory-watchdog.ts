import { readFileSync } from 'node:fs';
import process from 'node:process';

const PERIOD_MILLISECONDS = 50;
/** Linux counts resident memory in pages; every platform of Node that has /proc/…/statm uses this size or more. */
const PAGE_BYTES = 4096;

/**
 * Watches the memory of a process while it works: the second layer beside V8's own heap limit, which knows nothing
 * of array buffers and WebAssembly. Linux only; elsewhere V8's limit stands alone.
 * @param exceeded called once when the process holds more
 * @returns ends the watch
 */
export function watchMemory(pid: number, megabytes: number, exceeded: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    if (residentBytes(pid) <= megabytes * 1024 * 1024) return;
    clearInterval(timer);
    exceeded();
  }, PERIOD_MILLISECONDS);
  return () => {
    clearInterval(timer);
  };
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    // It has just ended, which its own event tells.
    return 0;
  }
}
