import { Type, type TUnsafe } from '@sinclair/typebox';
import type { ComponentKind, ComponentSpec } from './component.ts';

interface SlotOptions {
  description: string;
  /** A component type, optionally with options; absent means that the slot must be filled. */
  default?: ComponentSpec;
  reason?: string;
  /** As a file would write it. */
  examples?: readonly unknown[];
}

/**
 * An option that holds another component: `activation: slot('activation', { description: '…', default: { type: 'linear' } })`.
 * In a file the short form `activation: relu` means `activation: { type: relu }`.
 */
export function slot(kind: ComponentKind, options: SlotOptions): TUnsafe<ComponentSpec> {
  return Type.Unsafe<ComponentSpec>({ $ref: `#/$defs/${kind}`, ...options });
}

/** A slot that may stay empty (`null`), as regularizers do. */
export function optionalSlot(
  kind: ComponentKind,
  options: Omit<SlotOptions, 'default'>,
): TUnsafe<ComponentSpec | null> {
  return Type.Unsafe<ComponentSpec | null>({ $ref: `#/$defs/${kind}OrNone`, default: null, ...options });
}
