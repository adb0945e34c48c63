import type { AnyComponent, ComponentKind, ComponentSpec, ContextOf, PartOf } from './component.ts';
import { rememberOrigin } from './origin.ts';

/** The components that an experiment may name: the built-in ones and the user's own. */
export interface Registry {
  /** Every component, by kind and type in the order of registration. */
  readonly components: readonly AnyComponent[];
  /** The components of one kind. */
  ofKind<Kind extends ComponentKind>(kind: Kind): readonly AnyComponent<Kind>[];
  /** The component of that name, or undefined. */
  find<Kind extends ComponentKind>(kind: Kind, type: string): AnyComponent<Kind> | undefined;
  /**
   * Makes a part from a validated spec.
   * @throws Error when the type is unknown: validation comes first.
   */
  build<Kind extends ComponentKind>(kind: Kind, spec: ComponentSpec, context: ContextOf<Kind>): PartOf<Kind>;
  /** A new registry with more components; a user's component may not take a built-in name. */
  with(components: readonly AnyComponent[]): Registry;
}

/**
 * Makes a registry of components.
 * @throws Error when two components of a kind share a type.
 */
export function createRegistry(components: readonly AnyComponent[]): Registry {
  const byName = new Map<string, AnyComponent>();
  for (const component of components) {
    const key = `${component.kind}.${component.type}`;
    if (byName.has(key)) throw new Error(`the component ${key} is defined twice`);
    byName.set(key, component);
  }
  const find = <Kind extends ComponentKind>(kind: Kind, type: string) =>
    byName.get(`${kind}.${type}`) as AnyComponent<Kind> | undefined;
  return {
    components,
    ofKind: <Kind extends ComponentKind>(kind: Kind) =>
      components.filter((component) => component.kind === kind) as AnyComponent<Kind>[],
    find,
    build<Kind extends ComponentKind>(kind: Kind, spec: ComponentSpec, context: ContextOf<Kind>) {
      const component = find(kind, spec.type);
      if (!component) throw new Error(`unknown ${kind} "${spec.type}"`);
      const part = component.build(spec as never, context);
      rememberOrigin(part, { component: component as AnyComponent, options: spec, context });
      return part;
    },
    with: (more) => createRegistry([...components, ...more]),
  };
}
