import { Type, type TProperties } from '@sinclair/typebox';
import type { AnyComponent } from '../../component/component.ts';
import type { Registry } from '../../component/registry.ts';
import { asWritten } from '../../document/as-written.ts';
import type { Schema } from '../../document/describe-schema.ts';
import type { ShortForm } from '../../document/short-form.ts';
import { experimentSchema } from './experiment-spec.ts';

/** How components of a kind may be written shorter, besides `relu` for `{ type: relu }`. */
const SHORT_FORMS: Readonly<Record<string, Omit<ShortForm, 'kind'>>> = {
  split: { defaultType: 'random' },
};

const layerName = (description: string) =>
  Type.String({
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
    expects: 'a letter, then letters, digits, "_" or "-"',
    description,
  });

/** Options that every component of a kind has besides its own. */
export const COMMON_OPTIONS: Readonly<Record<string, TProperties>> = {
  metric: {
    name: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
        expects: 'a letter, then letters, digits, "_" or "-"',
        description:
          'Name of the metric in results, targets and callbacks, for two of one type: top1. Without it: its type.',
      }),
    ),
  },
  layer: {
    name: Type.Optional(
      layerName('Name of the layer in summaries and saved models. Without it: its type and a number.'),
    ),
    inputs: Type.Optional(
      Type.Array(layerName('The name of a layer before this one, or input: what the model is given.'), {
        minItems: 1,
        description:
          "Names of the layers that it takes its inputs from; input is the model's input. Without it: the layer before it.",
      }),
    ),
  },
};

/**
 * The JSON Schema of experiment files that may name the components of a registry. Written to
 * `schemas/experiment.schema.json` for editors, and what `loadExperiment` validates with.
 */
export function buildExperimentSchema(registry: Registry): Schema {
  const kinds = [...new Set([...referencedKinds(registry), ...registry.components.map(({ kind }) => kind)])];
  const definitions: Record<string, unknown> = {};
  for (const kind of kinds.toSorted()) {
    const components = registry.components.filter((component) => component.kind === kind);
    definitions[kind] = kindSchema(kind, components);
    definitions[`${kind}OrNone`] = { if: { type: 'null' }, then: {}, else: { $ref: `#/$defs/${kind}` } };
    for (const component of components) definitions[`${kind}.${component.type}`] = componentSchema(component);
  }
  // Through JSON, because TypeBox keeps marks of its own in symbols.
  return JSON.parse(
    JSON.stringify({
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...asWritten(experimentSchema as Schema),
      $defs: definitions,
    }),
  ) as Schema;
}

/** The schema of one component's mapping: its type and its options. */
export function componentSchema(component: AnyComponent): Schema {
  const options = { ...COMMON_OPTIONS[component.kind], ...component.options };
  const required = (Type.Object(options).required ?? []).filter((name) => !('default' in options[name]!));
  return {
    title: `${component.kind} ${component.type}`,
    description: component.summary,
    type: 'object',
    properties: { type: { const: component.type, description: component.summary }, ...options },
    required: ['type', ...required],
    additionalProperties: false,
  };
}

function kindSchema(kind: string, components: readonly AnyComponent[]): unknown {
  // A schema that nothing satisfies: ajv wants at least one branch.
  if (components.length === 0) return { not: {} };
  const { defaultType } = SHORT_FORMS[kind] ?? {};
  const standard = components.find(({ type }) => type === defaultType);
  const types = { enum: components.map(({ type }) => type) };
  // Validation has written out the short forms before it comes here; `else` is for editors.
  return {
    component: { kind, ...(standard ? { defaultType } : {}) },
    if: { type: 'object', required: ['type'] },
    then: {
      discriminator: { propertyName: 'type' },
      oneOf: components.map(({ type }) => ({ $ref: `#/$defs/${kind}.${type}` })),
    },
    else: standard ? { anyOf: [types, withoutType(standard)] } : types,
  };
}

/** A component whose type is understood; without defaults, which validation fills in by the type. */
function withoutType(component: AnyComponent): Schema {
  const schema = componentSchema(component);
  const properties = Object.entries(schema.properties ?? {}).map(([name, option]) => {
    const { default: _, ...rest } = option;
    return [name, rest];
  });
  return {
    ...schema,
    properties: Object.fromEntries(properties) as Record<string, Schema>,
    required: (schema.required ?? []).filter((name) => name !== 'type'),
  };
}

/** Kinds that the experiment file or a slot of a component refers to, whether or not it has components. */
function referencedKinds(registry: Registry): string[] {
  const text = JSON.stringify([experimentSchema, registry.components.map(({ options }) => options)]);
  return [...text.matchAll(/#\/\$defs\/([A-Za-z]+?)(?:OrNone)?"/g)].map((match) => match[1]!);
}
