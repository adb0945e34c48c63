import { ComponentProblem } from '../../../../component/component.ts';
import { createRegistry, type Registry } from '../../../../component/registry.ts';
import type { SourcePart } from '../../../../data/source.ts';
import { infoOf } from '../../../../data/table-rows.ts';
import type { Table } from '../../../../data/table.ts';
import { didYouMean } from '../../../../document/suggest.ts';

/** Data sets by the name that an experiment calls them. */
export type HandedInData = Readonly<Record<string, Table>>;

type Options = Readonly<Record<string, unknown>>;

/** Components whose sources give what was handed in last. */
export interface HandedInSources {
  /** One registry for all experiments of a process: to compile its schema takes longer than a small training. */
  readonly registry: Registry;
  /** Hands tables in, in place of those before. */
  handIn(data: HandedInData): void;
}

/**
 * The same components with other sources: every one has the options that it had, but gives only tables that the
 * grader handed in, whatever lies on disk. An option that only matters to a file is without effect.
 */
export function createHandedInSources({ components }: Registry): HandedInSources {
  let data: HandedInData = {};
  return {
    registry: createRegistry(
      components.map((component) =>
        component.kind === 'source'
          ? { ...component, build: (options: Options) => handedIn(options, data) }
          : component,
      ),
    ),
    handIn(tables) {
      data = tables;
    },
  };
}

function handedIn(options: Options, data: HandedInData): SourcePart {
  const { dataset } = options;
  const names = Object.keys(data);
  if (typeof dataset !== 'string') {
    throw new ComponentProblem('the exercise gives the rows: no file, rows or generator can be named', {
      fix: `Write source: { type: csv, dataset: ${names.join(' or ')} }.`,
    });
  }
  const table = Object.hasOwn(data, dataset) ? data[dataset] : undefined;
  if (table === undefined) {
    throw new ComponentProblem(`this exercise has no data set "${dataset}"`, {
      option: 'dataset',
      fix: didYouMean(dataset, names) ?? `It has ${names.join(', ')}.`,
    });
  }
  return {
    describe: () => Promise.resolve({ columns: table.columns.map(infoOf), rows: table.rows }),
    load: () => Promise.resolve({ table, files: [] }),
  };
}
