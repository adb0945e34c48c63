import { dirname, isAbsolute, resolve } from 'node:path';
import type { Registry } from '../../component/registry.ts';
import type { LoadedDocument } from '../../document/document.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { applyOverrides } from './override.ts';
import { useComponents } from './use-components.ts';
import { schemaOf, validateExperiment } from './validate-experiment.ts';

/** How an experiment is loaded. */
export interface LoadOptions {
  /** The components that it may name besides its own. */
  readonly registry: Registry;
  /** Assignments from the command line: `training.epochs=5`. */
  readonly overrides?: readonly string[];
  /** The folder against which the file's name is resolved; by default the current one. */
  readonly workingDirectory?: string;
  /** The folder against which paths in the file are resolved; by default that of the file. A resumed run names the original one. */
  readonly directory?: string;
}

/** An experiment in which nothing is wrong, as far as can be told before it runs. */
export interface LoadedExperiment {
  /** The file as the user named it. */
  readonly file: string;
  /** The absolute folder against which its paths are resolved. */
  readonly directory: string;
  /** What the user wrote, overrides included. */
  readonly document: LoadedDocument;
  /** Every default filled in, every short form written out, deeply frozen. */
  readonly spec: ExperimentSpec;
  /** The built-in components and the experiment's own. */
  readonly registry: Registry;
}

/**
 * Loads an experiment file: text → overrides → own components → schema → checks across values.
 * Of the data only the description is read, where a data card has it.
 * @throws ProblemsError with everything that is wrong, in no order: `formatProblems` sorts
 */
export async function loadExperiment(file: string, options: LoadOptions): Promise<LoadedExperiment> {
  const path = resolve(options.workingDirectory ?? process.cwd(), file);
  const directory = options.directory ?? dirname(path);
  if (!isAbsolute(directory)) throw new Error(`not an absolute path: ${directory}`);
  const written = loadDocument(await readText(path, file));

  const { registry: builtIn } = options;
  const overridden = applyOverrides(written, options.overrides ?? [], schemaOf(builtIn).schema);
  const own = await useComponents(overridden, directory, builtIn);
  // What names a component that could not be loaded would be wrong too.
  if (own.problems.length > 0) throw new ProblemsError(own.problems);
  const { registry } = own;
  const spec = await validateExperiment(overridden, { registry, directory });
  return { file, directory, document: overridden, spec, registry };
}
