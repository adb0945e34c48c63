import type { Static, TObject, TProperties } from '@sinclair/typebox';
import type { Component, ComponentKind } from '../../component/component.ts';
import { originOf } from '../../component/origin.ts';

/** What the fused step makes of one component. */
export interface Known<Form> {
  readonly component: object;
  /** From the component's options, completed and valid. */
  form(options: unknown): Form;
}

/** Says what the fused step makes of a component; its options keep their types. */
export function known<Kind extends ComponentKind, Options extends TProperties, Form>(
  component: Component<Kind, Options>,
  form: (options: Static<TObject<Options>>) => Form,
): Known<Form> {
  return { component, form: form };
}

/** What the fused step makes of a part, by the very component that built it; undefined where it does not know it. */
export function formOf<Form>(table: readonly Known<Form>[], part: object): Form | undefined {
  const origin = originOf(part);
  return origin && table.find(({ component }) => component === origin.component)?.form(origin.options);
}
