import type { TSchema } from '@sinclair/typebox';
import type { ComponentKind, ComponentSpec } from './component.ts';
import type { Registry } from './registry.ts';

const SLOT = /^#\/\$defs\/(.+?)(OrNone)?$/;

/**
 * Completes a component as code writes it: short forms (`activation: 'relu'`) are expanded and defaults filled,
 * through all slots. Experiment files get the same, with every mistake located, from their validation; this
 * checks nothing but that the types exist.
 * @throws Error when a type is unknown.
 */
export function fillDefaults(
  registry: Registry,
  kind: ComponentKind,
  written: string | ({ type: string } & Readonly<Record<string, unknown>>),
): ComponentSpec {
  const spec = typeof written === 'string' ? { type: written } : written;
  const component = registry.find(kind, spec.type);
  if (!component) throw new Error(`unknown ${kind} "${spec.type}"`);
  const filled: Record<string, unknown> = { ...spec };
  for (const [option, schema] of Object.entries<TSchema>(component.options)) {
    const value: unknown = filled[option] ?? (schema.default as unknown);
    if (value === undefined) continue;
    const slot = typeof schema.$ref === 'string' ? SLOT.exec(schema.$ref) : null;
    filled[option] =
      slot && value !== null
        ? fillDefaults(registry, slot[1] as ComponentKind, value as ComponentSpec | string)
        : value;
  }
  return filled as ComponentSpec;
}
