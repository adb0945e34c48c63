import type { KernelMode } from '../backend/kernels/fast/kernel-module.ts';
import type { DataFile } from '../data/source.ts';
import type { Trial } from './trial.ts';

/** What `provenance.json` in a run folder holds: what one needs to do the run again, and to trust it. */
export interface ProvenanceRecord {
  /** Versions: of Descent, Node.js and TensorFlow.js. */
  readonly descent: string;
  readonly node: string;
  readonly tensorflow: string;
  /** Operating system and processor: `linux x64`. */
  readonly platform: string;
  readonly backend: {
    readonly name: string;
    readonly description: string;
    /** How Descent's training kernels computed, which may be less than what was asked for; null where others did. Older runs lack it. */
    readonly mode?: KernelMode | null;
  };
  readonly seed: number;
  /** What was tried instead of a full run; null for a full run. */
  readonly trial: Trial | null;
  /** The absolute folder of the experiment file, against which paths in it are resolved; older runs lack it. */
  readonly directory?: string;
  /** The command line, word by word. */
  readonly command: readonly string[];
  /** When the run began, ISO 8601. */
  readonly started: string;
  /** The state of the git repository that holds the experiment; null where there is none. */
  readonly git: GitState | null;
  readonly data: readonly DataFile[];
}

export interface GitState {
  readonly commit: string;
  /** Whether files differed from the commit. */
  readonly dirty: boolean;
  /** How they differed; empty when they did not. */
  readonly diff: string;
}
