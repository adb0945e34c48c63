import type { Registry } from '../../component/registry.ts';
import type { Schema } from '../../document/describe-schema.ts';
import type { LoadedDocument } from '../../document/document.ts';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import { createValidator } from '../../document/validate-document.ts';
import { problemOf } from './component-problem.ts';
import type { CheckContext } from './checks/check.ts';
import { buildParts } from './experiment-parts.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { freezeDeep } from './freeze-deep.ts';
import { runChecks, runDataChecks } from './run-checks.ts';
import { buildExperimentSchema } from './schema.ts';

/** What an experiment is validated against. */
export interface ValidationContext {
  /** The components that it may name, its own included. */
  readonly registry: Registry;
  /** The absolute folder against which its paths are resolved. */
  readonly directory: string;
}

/**
 * Validates a parsed experiment: schema → checks across values. Of the data only the description is read, where a
 * data card has it.
 * @returns the experiment with every default filled in and every short form written out, deeply frozen
 * @throws ProblemsError with everything that is wrong, in no order: `formatProblems` sorts
 */
export async function validateExperiment(
  document: LoadedDocument,
  { registry, directory }: ValidationContext,
): Promise<ExperimentSpec> {
  const validation = schemaOf(registry).validate(document);
  const spec = freezeDeep(validation.value) as unknown as ExperimentSpec;
  const wrong = validation.problems;
  if (wrong.length > 0 && !validation.isSound(['data'])) throw new ProblemsError(wrong);

  // With a fault elsewhere the data can be looked at nevertheless.
  const components = validation.components.filter(
    ({ path: [section] }) => wrong.length === 0 || section === 'data',
  );
  const parts = buildParts({ document, value: validation.value, components, registry, directory });
  const source = await describeSource(document, parts);
  const context: CheckContext = { spec, document, registry, parts, source: source.description };
  const found = wrong.length > 0 ? runDataChecks(context) : runChecks(context);
  const problems = [...wrong, ...parts.problems, ...source.problems, ...found];
  if (problems.length > 0) throw new ProblemsError(problems);
  return spec;
}

interface CompiledSchema {
  readonly schema: Schema;
  readonly validate: ReturnType<typeof createValidator>;
}

/** Compiling takes longer than validating, and a sweep loads the same file often. */
const compiled = new WeakMap<Registry, CompiledSchema>();

/** The schema of experiments that may name the components of a registry, with its validator. */
export function schemaOf(registry: Registry): CompiledSchema {
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
