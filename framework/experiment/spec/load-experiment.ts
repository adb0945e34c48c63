import { dirname, isAbsolute, resolve } from 'node:path';
import type { Registry } from '../../component/registry.ts';
import type { Schema } from '../../document/describe-schema.ts';
import type { LoadedDocument } from '../../document/document.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import { createValidator } from '../../document/validate-document.ts';
import { problemOf } from './component-problem.ts';
import type { CheckContext } from './checks/check.ts';
import { buildParts } from './experiment-parts.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { freezeDeep } from './freeze-deep.ts';
import { applyOverrides } from './override.ts';
import { runChecks, runDataChecks } from './run-checks.ts';
import { buildExperimentSchema } from './schema.ts';
import { useComponents } from './use-components.ts';

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

  const overridden = applyOverrides(written, options.overrides ?? [], schemaOf(options.registry).schema);
  const own = await useComponents(overridden, directory, options.registry);
  // What names a component that could not be loaded would be wrong too.
  if (own.problems.length > 0) throw new ProblemsError(own.problems);
  const validation = schemaOf(own.registry).validate(overridden);
  const { registry } = own;
  const spec = freezeDeep(validation.value) as unknown as ExperimentSpec;
  const wrong = validation.problems;
  if (wrong.length > 0 && !validation.isSound(['data'])) throw new ProblemsError(wrong);

  // With a fault elsewhere the data can be looked at nevertheless.
  const components = validation.components.filter(
    ({ path: [section] }) => wrong.length === 0 || section === 'data',
  );
  const parts = buildParts({
    document: overridden,
    value: validation.value,
    components,
    registry,
    directory,
  });
  const source = await describeSource(overridden, parts);
  const context: CheckContext = { spec, document: overridden, registry, parts, source: source.description };
  const found = wrong.length > 0 ? runDataChecks(context) : runChecks(context);
  const problems = [...wrong, ...parts.problems, ...source.problems, ...found];
  if (problems.length > 0) throw new ProblemsError(problems);
  return { file, directory, document: overridden, spec, registry };
}

interface CompiledSchema {
  readonly schema: Schema;
  readonly validate: ReturnType<typeof createValidator>;
}

/** Compiling takes longer than validating, and a sweep loads the same file often. */
const compiled = new WeakMap<Registry, CompiledSchema>();

function schemaOf(registry: Registry): CompiledSchema {
  let known = compiled.get(registry);
  if (!known) {
    const schema = buildExperimentSchema(registry);
    known = { schema, validate: createValidator(schema) };
    compiled.set(registry, known);
  }
  return known;
}

async function describeSource(
  document: LoadedDocument,
  parts: ReturnType<typeof buildParts>,
): Promise<{ readonly description: CheckContext['source']; readonly problems: readonly Problem[] }> {
  const source = parts.at('source', 'data', 'source');
  if (!source) return { description: undefined, problems: [] };
  try {
    return { description: await source.describe(), problems: [] };
  } catch (error) {
    return { description: undefined, problems: [problemOf(error, document, ['data', 'source'])] };
  }
}
