import type { Static, TObject, TProperties } from '@sinclair/typebox';

/**
 * The kinds of component and what each kind is made of. Every room adds its own kinds by declaration merging:
 * `declare module '../component/component.ts' { interface ComponentKinds { layer: { part: …; context: … } } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface ComponentKinds {}

/** The name of a kind: `layer`, `optimizer`, `loss`, … */
export type ComponentKind = Extract<keyof ComponentKinds, string>;
/** What `build` makes of a component of this kind. */
export type PartOf<Kind extends ComponentKind> = ComponentKinds[Kind] extends { part: infer Part }
  ? Part
  : never;
/** What `build` is given besides the options. */
export type ContextOf<Kind extends ComponentKind> = ComponentKinds[Kind] extends { context: infer Context }
  ? Context
  : never;

/** A component as an experiment file names it, after validation: its type and all its options, defaults filled. */
export interface ComponentSpec {
  readonly type: string;
  readonly [option: string]: unknown;
}

/**
 * One part of an experiment that a file can name: a layer, an optimizer, a loss, a data source …
 * The experiment schema, `descent explain`, editor completion and the reference page are generated from it.
 */
export interface Component<
  Kind extends ComponentKind = ComponentKind,
  Options extends TProperties = TProperties,
> {
  /** Which slot it fits into. */
  readonly kind: Kind;
  /** Its name in an experiment file, unique within the kind. */
  readonly type: string;
  /** One sentence: what it is. */
  readonly summary: string;
  /** When to choose it, and when not. */
  readonly when?: string;
  /** The formula it computes, with every symbol an option, an input or defined there. */
  readonly formula?: string;
  /** The paper or lecture it comes from. */
  readonly source?: string;
  /**
   * JSON Schema of each option (TypeBox). Each has a `description`; an option without `default` is required
   * unless it is `Type.Optional`; `reason` says why the default is what it is.
   */
  readonly options: Options;
  /** Options that make a typical, valid use of it. */
  readonly example: Readonly<Record<string, unknown>>;
  /**
   * Turns validated options into a working part. Cheap and without effects: no tensor, no file, no random
   * draw happens before a function of the part is called, so checks may build parts freely.
   * @throws ComponentProblem when the options contradict each other.
   */
  build(options: Static<TObject<Options>>, context: ContextOf<Kind>): PartOf<Kind>;
}

/** A component of some kind with its options' types erased, as registries hold it. */
export type AnyComponent<Kind extends ComponentKind = ComponentKind> = {
  [K in Kind]: Omit<Component<K>, 'build'> & {
    build(options: never, context: ContextOf<K>): PartOf<K>;
  };
}[Kind];

/**
 * Declares a component; the kind decides what `build` receives and returns, the options' schema their types.
 * @example export default defineComponent({ kind: 'activation', type: 'relu', summary: '…', options: {}, example: {}, build: () => … })
 */
export function defineComponent<Kind extends ComponentKind, Options extends TProperties>(
  component: Component<Kind, Options>,
): Component<Kind, Options> {
  return Object.freeze(component);
}

/**
 * Options that contradict each other or what stands around them, found by the component itself.
 * The experiment checks catch it and add file, line and column.
 */
export class ComponentProblem extends Error {
  override readonly name = 'ComponentProblem';
  /** The option at fault, where it is one. */
  readonly option: string | undefined;
  /** What the reader should do. */
  readonly fix: string | undefined;

  constructor(message: string, details: { option?: string; fix?: string } = {}) {
    super(message);
    this.option = details.option;
    this.fix = details.fix;
  }
}
