import { join } from 'node:path';
import process from 'node:process';
import type { SubmissionLimits } from './limits.ts';

/** The runtime of student processes as it lies on disk. */
export interface StudentRuntime {
  /** A folder with all that the process reads: scripts, WebAssembly, code cache. */
  readonly folder: string;
  /** Node's own options. The code cache depends on them. */
  readonly nodeArguments: readonly string[];
  /** Name of the code cache in the folder. */
  readonly codeCache: string;
}

/** How to start a student process: what `spawn` is told. Standard input, output and error are pipes. */
export interface LaunchPlan {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** What the process can read besides its standard input: one pipe each, from descriptor 3 on. */
  readonly moreInputs?: readonly Uint8Array[];
  /** Whether what runs the process reports a signal that ended it as exit code 128 + its number. */
  readonly reportsSignalsAsCodes?: boolean;
  /** Signals that mean at this level that memory ran out, besides those by which V8 itself says so. */
  readonly memorySignals?: readonly string[];
  /** A further command that ends the process, where killing what was started does not. */
  readonly stop?: { readonly command: string; readonly arguments: readonly string[] };
}

/** A level of isolation: decides how a student process is started. Asked for each process anew. */
export type Launch = (runtime: StudentRuntime, limits: SubmissionLimits) => LaunchPlan;

/** The first file of a student process, in the runtime's folder. */
export const START_FILE = 'start.cjs';

/** What a student process finds in its environment everywhere: the time zone must not decide about a grade. */
export const FIXED_ENVIRONMENT = { TZ: 'UTC', LANG: 'C.UTF-8' } as const;

/**
 * Level "unprotected": a plain child process with a clean environment. It stops hangs, forged output, exit codes
 * and patching of the grader; it does not stop a program that means to read or harm the machine.
 */
export const unprotected: Launch = (runtime) => ({
  command: process.execPath,
  arguments: [...runtime.nodeArguments, join(runtime.folder, START_FILE), runtime.codeCache],
  environment: cleanEnvironment(),
  workingFolder: runtime.folder,
});

/** Node's options for limits. */
export function nodeArguments(limits: SubmissionLimits): string[] {
  // The stack is set below V8's default, so that it is the same wherever it fits.
  return [`--max-old-space-size=${limits.memoryMegabytes}`, '--no-warnings', '--stack-size=900'];
}

function cleanEnvironment(): Record<string, string> {
  const { SystemRoot } = process.env;
  // Windows starts no process without SystemRoot.
  return { ...FIXED_ENVIRONMENT, ...(SystemRoot === undefined ? {} : { SystemRoot }) };
}
