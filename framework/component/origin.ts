import type { AnyComponent, ComponentSpec } from './component.ts';

/** What a part was built from. */
export interface Origin {
  readonly component: AnyComponent;
  readonly options: ComponentSpec;
  /** What `build` was given besides the options; its type is that of the component's kind. */
  readonly context: unknown;
}

const origins = new WeakMap<object, Origin>();

/** Remembers what a part was built from; registries do so. A part that hands on another one's counts as its own. */
export function rememberOrigin(part: unknown, origin: Origin): void {
  if (typeof part === 'object' && part !== null) origins.set(part, origin);
}

/**
 * What a part was built from, for those who know what a component computes better than its functions tell, such as
 * the fused training step. Undefined for a part that was made by hand or changed since, a copy of another included:
 * of such a one nothing is known but what it says itself.
 */
export function originOf(part: object): Origin | undefined {
  return origins.get(part);
}
