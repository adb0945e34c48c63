import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PreparedBackend } from '../backend/backend.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { version } from '../package.json';
import type { LoadedExperiment } from './spec/load-experiment.ts';
import { trialSuffix, type Trial } from './trial.ts';

/**
 * The name of a run folder: that of the experiment and a hash of everything that its numbers depend on (the
 * resolved spec, components of its own, data, backend, trial, version). So a repeated run finds its folder, and
 * runs that differ never share one.
 */
export function runId(
  { spec, directory }: LoadedExperiment,
  { data, backend, trial }: { data: PreparedData; backend: PreparedBackend; trial: Trial | null },
): string {
  const own = spec.use.map((file) => sha256(readFileSync(resolve(directory, file), 'utf8')));
  const files = data.files.map((file) => file.sha256);
  const everything = { spec, own, files, backend: backend.name, trial, version };
  return `${spec.name}${trialSuffix(trial)}-${sha256(JSON.stringify(everything)).slice(0, 8)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
