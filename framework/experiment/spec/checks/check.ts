import type { Registry } from '../../../component/registry.ts';
import type { ColumnInfo } from '../../../data/table.ts';
import type { TargetInfo } from '../../../data/prepared-data.ts';
import { locate, type LoadedDocument } from '../../../document/document.ts';
import type { Path } from '../../../document/path.ts';
import type { Problem } from '../../../document/problem.ts';
import type { ExperimentParts } from '../experiment-parts.ts';
import type { ExperimentSpec } from '../experiment-spec.ts';

/** What checks know of an experiment whose every single value is valid. */
export interface CheckContext {
  readonly spec: ExperimentSpec;
  readonly document: LoadedDocument;
  readonly registry: Registry;
  readonly parts: ExperimentParts;
  /** Undefined where the source could not be described. */
  readonly source: { readonly columns: readonly ColumnInfo[]; readonly rows: number | undefined } | undefined;
}

/** What checks of the model know besides; only when the data side is without problem. */
export interface ModelCheckContext extends CheckContext {
  /** Without the batch axis. */
  readonly inputShape: readonly number[];
  readonly target: TargetInfo;
}

/** Looks at one question across several values of an experiment. */
export type Check<Context extends CheckContext = CheckContext> = (context: Context) => readonly Problem[];

/** The number of rows that are used, before incomplete ones are dropped, where it is known. */
export function knownRows({ source, spec }: Pick<CheckContext, 'source' | 'spec'>): number | undefined {
  const { limit } = spec.data;
  return source?.rows === undefined ? undefined : Math.min(source.rows, limit ?? source.rows);
}

/** A problem at a value of the experiment file, or at its key. */
export function problemAt(
  { document }: Pick<CheckContext, 'document'>,
  path: Path,
  words: Omit<Problem, 'file' | 'place'>,
  what: 'key' | 'value' = 'value',
): Problem {
  const place = locate(document, path, what);
  return { file: place.file, place, ...words };
}
