import { execFileSync } from 'node:child_process';
import * as tf from '#tensorflow';
import type { PreparedBackend } from '../backend/backend.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { version } from '../package.json';
import type { GitState, ProvenanceRecord } from './provenance-record.ts';
import type { LoadedExperiment } from './spec/load-experiment.ts';
import type { Trial } from './trial.ts';

const MAXIMUM_DIFF = 100_000;

/**
 * The git state of a folder, or null where there is no repository, no commit or no git.
 * A long diff is cut after 100,000 characters.
 */
export function readGitState(folder: string): GitState | null {
  const git = (...command: string[]) =>
    execFileSync('git', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    const commit = git('rev-parse', 'HEAD').trim();
    const dirty = git('status', '--porcelain').trim() !== '';
    const diff = dirty ? git('diff', 'HEAD') : '';
    return {
      commit,
      dirty,
      diff: diff.length > MAXIMUM_DIFF ? `${diff.slice(0, MAXIMUM_DIFF)}\n… cut\n` : diff,
    };
  } catch {
    // No git, no repository or no commit yet are all the same here: there is nothing to record.
    return null;
  }
}

/** Everything that one needs to do a run again, and to trust it. */
export function describeProvenance(
  { spec, directory }: LoadedExperiment,
  run: {
    readonly backend: PreparedBackend;
    readonly data: PreparedData;
    readonly trial: Trial | null;
    readonly started: string;
    readonly command: readonly string[];
  },
): ProvenanceRecord {
  const { backend, data, trial, started, command } = run;
  return {
    descent: version,
    node: process.version,
    tensorflow: tf.version_core,
    platform: `${process.platform} ${process.arch}`,
    backend: { name: backend.name, description: backend.description, mode: backend.mode },
    seed: spec.seed,
    trial,
    directory,
    command,
    started,
    git: readGitState(directory),
    data: data.files,
  };
}
