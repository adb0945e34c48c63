import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { ProblemsError } from '../document/problem.ts';
import type { DataReport } from '../experiment/data-report.ts';
import type { ModelSummary } from '../experiment/model-summary.ts';
import { parsePredictions, type PredictionRow } from '../experiment/predictions-file.ts';
import type { ProvenanceRecord } from '../experiment/provenance-record.ts';
import { RUN_FILES } from '../experiment/run-folder.ts';
import type { RunResult } from '../experiment/run-result.ts';
import type { ExperimentSpec } from '../experiment/spec/experiment-spec.ts';
import type { TrainingEvent } from '../training/event.ts';

/** All that a run folder says, as far as the run got. Only the result must be there. */
export interface RunRecord {
  readonly result: RunResult;
  readonly events: readonly TrainingEvent[];
  readonly spec: ExperimentSpec | undefined;
  readonly specText: string | undefined;
  readonly data: DataReport | undefined;
  readonly model: ModelSummary | undefined;
  readonly provenance: ProvenanceRecord | undefined;
  readonly predictions: readonly PredictionRow[];
  /** Files that were not there, for the reader to know. */
  readonly missing: readonly string[];
}

/**
 * Reads a run folder, and nothing else.
 * @throws ProblemsError when the folder is missing, is no run folder, has no result yet, or a file is broken.
 */
export async function readRunRecord(folder: string): Promise<RunRecord> {
  const result = await readResult(folder);
  const missing: string[] = [];
  const optional = async <Value>(name: string, read: (text: string) => Value): Promise<Value | undefined> => {
    const text = await readText(folder, name);
    if (text === undefined) missing.push(name);
    else return readAs(folder, name, text, read);
    return undefined;
  };
  const specText = await optional(RUN_FILES.spec, (text) => text);
  return {
    result,
    events: (await optional(RUN_FILES.events, parseEvents)) ?? [],
    // The run itself wrote this file after validation, so it has the shape of the schema.
    spec:
      specText === undefined
        ? undefined
        : readAs(folder, RUN_FILES.spec, specText, (text) => parseYaml(text) as ExperimentSpec),
    specText,
    data: await optional(RUN_FILES.dataQuality, (text) => JSON.parse(text) as DataReport),
    model: await optional(`${RUN_FILES.model}/summary.json`, (text) => JSON.parse(text) as ModelSummary),
    provenance: await optional(RUN_FILES.provenance, (text) => JSON.parse(text) as ProvenanceRecord),
    predictions: (await optional(RUN_FILES.predictions, (text) => parsePredictions(text, result.task))) ?? [],
    missing,
  };
}

async function readResult(folder: string): Promise<RunResult> {
  const text = await readText(folder, RUN_FILES.metrics);
  if (text !== undefined) {
    const result = readAs(folder, RUN_FILES.metrics, text, (json) => JSON.parse(json) as Partial<RunResult>);
    if (result.schemaVersion === 1) return result as RunResult;
    throw problem(join(folder, RUN_FILES.metrics), 'was written by another version of descent', {
      expected: 'schemaVersion 1',
      received: String(result.schemaVersion),
      fix: 'Run the experiment again.',
    });
  }
  if (!(await isFolder(folder))) {
    throw problem(folder, 'there is no such folder', { fix: 'Name a folder below runs/.' });
  }
  const started = (await readText(folder, RUN_FILES.spec)) !== undefined;
  throw started
    ? problem(folder, 'this run has not ended, so there is no result to report', {
        expected: RUN_FILES.metrics,
        fix: 'Give the same "descent run" command again: it goes on from the last checkpoint.',
      })
    : problem(folder, 'this is no run folder', {
        expected: `${RUN_FILES.metrics} and ${RUN_FILES.spec}`,
        fix: 'Name a folder below runs/ that "descent run" made.',
      });
}

/** One JSON per line. A run that was killed may have left half a line at the end: it is left out. */
function parseEvents(text: string): TrainingEvent[] {
  const lines = text.split(/\r?\n/);
  const complete = lines.slice(0, -1).filter((line) => line.trim() !== '');
  return complete.map((line) => JSON.parse(line) as TrainingEvent);
}

function readAs<Value>(folder: string, name: string, text: string, read: (text: string) => Value): Value {
  try {
    return read(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw problem(join(folder, name), 'is damaged and cannot be read', {
      received: error instanceof Error ? error.message : String(error),
      fix: 'Run the experiment again, or delete the file: the report is then written without it.',
    });
  }
}

async function readText(folder: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, ...name.split('/')), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function problem(
  file: string,
  message: string,
  details: { expected?: string; received?: string; fix: string },
): ProblemsError {
  return new ProblemsError([{ file, message, ...details }]);
}
