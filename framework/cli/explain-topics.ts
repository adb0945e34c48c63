import type { AnyComponent } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import { kindOfReference, type Schema } from '../document/describe-schema.ts';
import { didYouMean } from '../document/suggest.ts';

/** Something that `descent explain` can explain. */
export type Topic =
  /** A key of the experiment file. */
  | { readonly what: 'key'; readonly name: string; readonly schema: Schema; readonly required: boolean }
  /** An option of a component: `layer.dense.units`. */
  | {
      readonly what: 'option';
      readonly name: string;
      readonly schema: Schema;
      readonly required: boolean;
      readonly component: AnyComponent;
    }
  /** A component: `layer.dense`. */
  | {
      readonly what: 'component';
      readonly name: string;
      readonly component: AnyComponent;
      readonly schema: Schema;
    }
  /** All components of a kind: `layer`. */
  | { readonly what: 'kind'; readonly name: string; readonly components: readonly AnyComponent[] };

/** Every topic, keys first, in the order of the file. */
export function listTopics(registry: Registry, schema: Schema): readonly Topic[] {
  const kinds = [...new Set(registry.components.map(({ kind }) => kind))];
  return [
    ...keyTopics(schema, ''),
    ...kinds.map((kind): Topic => ({ what: 'kind', name: kind, components: registry.ofKind(kind) })),
    ...registry.components.flatMap((component) => componentTopics(component, schema)),
  ];
}

/**
 * The topics that a user means by a name: `training.batchSize`, `batchSize`, `layer.dense`, `dense`,
 * `dense.units`, `layer`, `model.layers.0.units`. A name that belongs to several gives all of them.
 * @returns the topics, or a question or hint when there is none
 */
export function findTopics(
  name: string,
  topics: readonly Topic[],
): { readonly topics: readonly Topic[] } | { readonly hint: string } {
  // An index in a path means any entry; the topic is the list.
  const wanted = name.replaceAll(/\.\d+(?=\.|$)/g, '');
  const exact = topics.filter((topic) => topic.name === wanted);
  if (exact.length > 0) return { topics: exact };
  const byEnd = topics.filter((topic) => topic.what !== 'option' && topic.name.endsWith(`.${wanted}`));
  if (byEnd.length > 0) return { topics: byEnd };
  const options = topics.filter((topic) => topic.what === 'option' && topic.name.endsWith(`.${wanted}`));
  if (options.length > 0) return { topics: options };
  const throughSlot = findThroughSlot(wanted, topics);
  if (throughSlot.length > 0) return { topics: throughSlot };

  const names = topics.flatMap((topic) => [topic.name, topic.name.slice(topic.name.indexOf('.') + 1)]);
  return { hint: didYouMean(wanted, [...new Set(names)]) ?? 'descent explain lists every key.' };
}

/** `model.layers.units` or `training.optimizer.beta1`: an option of whatever component stands there. */
function findThroughSlot(name: string, topics: readonly Topic[]): readonly Topic[] {
  const cut = name.lastIndexOf('.');
  const holder = topics.find((topic) => topic.name === name.slice(0, cut));
  if (cut < 0 || holder === undefined || holder.what === 'kind' || holder.what === 'component') return [];
  const kind = kindHeldBy(holder.schema);
  if (kind === undefined) return [];
  const ending = name.slice(cut);
  return topics.filter(
    ({ what, name: topic }) => what === 'option' && topic.startsWith(`${kind}.`) && topic.endsWith(ending),
  );
}

/** The kind of component that a value or each entry of a list is. */
export function kindHeldBy(schema: Schema): string | undefined {
  const reference =
    schema.$ref ??
    (typeof schema.items === 'object' && '$ref' in schema.items ? schema.items.$ref : undefined);
  return reference === undefined ? undefined : kindOfReference(reference);
}

function keyTopics(schema: Schema, prefix: string): Topic[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const name = `${prefix}${key}`;
    const required = schema.required?.includes(key) === true && inner.default === undefined;
    return [{ what: 'key' as const, name, schema: inner, required }, ...keyTopics(inner, `${name}.`)];
  });
}

function componentTopics(component: AnyComponent, root: Schema): Topic[] {
  const name = `${component.kind}.${component.type}`;
  const schema = root.$defs?.[name] ?? {};
  const options = Object.entries(schema.properties ?? {}).filter(([option]) => option !== 'type');
  return [
    { what: 'component', name, component, schema },
    ...options.map(([option, inner]): Topic => ({
      what: 'option',
      name: `${name}.${option}`,
      schema: inner,
      required: schema.required?.includes(option) === true,
      component,
    })),
  ];
}
