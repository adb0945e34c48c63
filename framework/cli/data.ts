import chalk from 'chalk';
import { findDataset, listDatasets } from '../data/dataset-library.ts';
import { loadDataset } from '../data/load-dataset.ts';
import { checkQuality } from '../data/quality-checks/check-quality.ts';
import { summarizeColumn } from '../data/summarize-column.ts';
import { datasetText, listText, type DatasetView } from './data-text.ts';
import { EXIT } from './exit.ts';

/** What `descent data` is told. */
export interface DataCommandOptions {
  /** The data set to describe; without it all are listed. */
  readonly name?: string;
  /** Print JSON instead of text. */
  readonly json: boolean;
  readonly write: (text: string) => void;
}

/**
 * `descent data`: lists the data sets, or shows one: origin and licence, columns, findings and a few rows.
 * @returns the exit code
 * @throws ComponentProblem for an unknown name, DataError for files that are missing or damaged
 */
export async function data({ name, json, write }: DataCommandOptions): Promise<number> {
  if (name === undefined) {
    const names = await listDatasets();
    const cards = await Promise.all(names.map(async (each) => (await findDataset(each)).card));
    const rows = cards.map((card) => ({
      name: card.name,
      title: card.title,
      rows: card.files.filter(({ holds }) => holds !== 'labels').reduce((sum, file) => sum + file.rows, 0),
      licence: card.licence,
    }));
    write(json ? asJson(rows) : listText(rows, chalk));
    return EXIT.done;
  }
  const view = await viewDataset(name);
  if (json) {
    const { card, parts, columns, findings } = view;
    const rows = parts.map((part) => ({ part: part.name ?? null, rows: part.table.rows }));
    write(asJson({ ...card, rows, columns: mergeColumns(card.columns, columns), findings }));
  } else {
    write(datasetText(view, chalk));
  }
  return EXIT.done;
}

/** Columns and findings are those of the first part: of what one learns from. */
async function viewDataset(name: string): Promise<DatasetView> {
  const { card, parts } = await loadDataset(name);
  const { table } = parts[0]!;
  const names = table.columns.map((column) => column.name);
  return {
    card,
    parts,
    columns: table.columns.map((column) => summarizeColumn(column, table.rows)),
    findings: checkQuality({
      table,
      features: names.filter((column) => column !== card.target),
      targets: [card.target],
    }),
  };
}

function mergeColumns(described: readonly { name: string }[], summaries: DatasetView['columns']): object[] {
  return summaries.map((summary) => ({ ...described.find(({ name }) => name === summary.name), ...summary }));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
