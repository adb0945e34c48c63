import { readFileSync } from 'node:fs';
import process from 'node:process';

const PERIOD_MILLISECONDS = 50;
/** Linux counts resident memory in pages; every platform of Node that has /proc/…/statm uses this size or more. */
const PAGE_BYTES = 4096;

/** So many processes are looked at; who starts more has no honest reason, and looking must stay cheap. */
const MOST_PROCESSES = 64;

/**
 * Watches the memory of a process and of those below it (a sandbox runs the student's as one of its own) while it works:
 * the second layer beside V8's own heap limit, which knows nothing of array buffers and WebAssembly. Linux only;
 * elsewhere V8's limit stands alone.
 * @param exceeded called once when the process holds more
 * @returns ends the watch
 */
export function watchMemory(pid: number, megabytes: number, exceeded: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    if (residentBytesOfTree(pid) <= megabytes * 1024 * 1024) return;
    clearInterval(timer);
    exceeded();
  }, PERIOD_MILLISECONDS);
  return () => {
    clearInterval(timer);
  };
}

function residentBytesOfTree(root: number): number {
  const pids = [root];
  let bytes = 0;
  for (let index = 0; index < Math.min(pids.length, MOST_PROCESSES); index++) {
    bytes += residentBytes(pids[index]!);
    pids.push(...childrenOf(pids[index]!));
  }
  return bytes;
}

/** Those of its first thread, from which bubblewrap and Node start theirs. */
function childrenOf(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    return list === '' ? [] : list.split(' ').map(Number);
  } catch {
    // It has just ended, or the kernel keeps no such list; then the process itself is all that can be seen.
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    // It has just ended, which its own event tells.
    return 0;
  }
}
