import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { writeFully } from './pipe.ts';

const PRINTED = 2;

/** Counts what the student's code prints. */
export interface PrintCounter {
  /** Bytes so far. */
  readonly bytes: number;
}

/**
 * Replaces the globals by which a program writes to standard output, which is the grader's pipe, or meddles with
 * other processes. This guards against accidents; the sandbox around the process guards against intent.
 */
export function replaceGlobals(): PrintCounter {
  const counter = { bytes: 0 };
  const print = (text: unknown): true => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array);
    counter.bytes += bytes.length;
    writeFully(PRINTED, bytes);
    return true;
  };

  const sink = Object.assign(new Writable(), { write: print });
  globalThis.console = new Console({ stdout: sink, stderr: sink, ignoreErrors: false });

  const { platform, version, versions, arch, pid } = process;
  const output = { write: print, isTTY: false };
  const harmless = {
    ...{ platform, version, versions, arch, pid, argv: [], env: {}, stdout: output, stderr: output },
    hrtime: process.hrtime,
    nextTick: process.nextTick,
    uptime: process.uptime,
    memoryUsage: process.memoryUsage,
    exit: process.exit.bind(process),
    cwd: () => '/',
    kill: () => {
      throw new Error('a submission cannot end processes');
    },
  };
  Object.defineProperty(globalThis, 'process', { value: harmless, configurable: true, writable: true });
  return counter;
}
