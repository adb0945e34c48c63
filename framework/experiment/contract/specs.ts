import type { AnyComponent, ComponentKind, ComponentSpec } from '../../component/component.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { builtInRegistry } from '../components.ts';

/** The example of a component with every default filled in. For the contract tests. */
export function exampleOf(component: AnyComponent): ComponentSpec {
  return fillDefaults(builtInRegistry, component.kind, { type: component.type, ...component.example });
}

/** The components of one kind as `[name, component]`, for `test.each`. */
export function casesOf<Kind extends ComponentKind>(kind: Kind): [string, AnyComponent<Kind>][] {
  return builtInRegistry.ofKind(kind).map((component) => [component.type, component]);
}
