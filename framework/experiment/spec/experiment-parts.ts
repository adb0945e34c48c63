import type { ComponentKind, ComponentSpec, PartOf } from '../../component/component.ts';
import type { Registry } from '../../component/registry.ts';
import { valueAt, type Data, type LoadedDocument } from '../../document/document.ts';
import { pointerOf, type Path } from '../../document/path.ts';
import type { Problem } from '../../document/problem.ts';
import type { FoundComponent } from '../../document/validate-document.ts';
import { createStream } from '../../random/stream.ts';
import { problemOf } from './component-problem.ts';

/** The parts that the components of an experiment build, for checks that ask them. */
export interface ExperimentParts {
  /** The part at that place of the file; undefined where its options contradict each other. */
  at<Kind extends ComponentKind>(kind: Kind, ...path: (string | number)[]): PartOf<Kind> | undefined;
  readonly problems: readonly Problem[];
}

/** A validated document with what is needed to build its components. */
export interface PartsInput {
  readonly document: LoadedDocument;
  /** The validated value. */
  readonly value: Data;
  readonly components: readonly FoundComponent[];
  readonly registry: Registry;
  readonly directory: string;
}

/**
 * Builds every component of an experiment on its own, those in slots first, so that a fault is reported where
 * it is and not once more by what stands around it.
 */
export function buildParts({
  document,
  value,
  components,
  registry,
  directory,
}: PartsInput): ExperimentParts {
  const stream = createStream(0);
  const contexts: Partial<Record<string, unknown>> = {
    layer: { name: 'layer', stream, step: () => 0, registry },
    optimizer: { registry },
    schedule: { registry },
    source: { directory, stream },
    // Which way is better is known only to the metrics, and no callback asks before training.
    callback: { direction: () => 'lower' },
  };
  const built = new Map<string, unknown>();
  const failed: string[] = [];
  const problems: Problem[] = [];
  for (const { kind, path } of components.toReversed()) {
    const spec = valueAt(value, path) as ComponentSpec | null;
    const pointer = pointerOf(path);
    if (spec === null || failed.some((inner) => inner.startsWith(`${pointer}/`))) continue;
    try {
      built.set(pointer, registry.build(kind as ComponentKind, spec, contexts[kind] as never));
    } catch (error) {
      failed.push(pointer);
      problems.push(problemOf(error, document, path, `${kind} ${spec.type}`));
    }
  }
  return {
    at: <Kind extends ComponentKind>(_kind: Kind, ...path: Path) =>
      built.get(pointerOf(path)) as PartOf<Kind> | undefined,
    problems,
  };
}
