import type { ChalkInstance } from 'chalk';
import type { DatasetCard } from '../data/dataset-card.ts';
import type { QualityFinding } from '../data/quality.ts';
import type { ColumnSummary } from '../data/summarize-column.ts';
import { isMissing, sizeOf } from '../data/table-rows.ts';
import type { Column, Table } from '../data/table.ts';
import { wrapText } from '../document/wrap-text.ts';
import { alignColumns } from './align-columns.ts';
import { imagePitch, imagesInBlocks } from './block-image.ts';

/** Everything that `descent data NAME` shows. */
export interface DatasetView {
  readonly card: DatasetCard;
  readonly parts: readonly { readonly name: string | undefined; readonly table: Table }[];
  /** Of the first part. */
  readonly columns: readonly ColumnSummary[];
  readonly findings: readonly QualityFinding[];
}

const PREVIEW_ROWS = 5;
/** Of an array in each row. */
const PREVIEW_VALUES = 6;
const WIDTH = 100;

/** The list of data sets as text. */
export function listText(
  datasets: readonly { name: string; title: string; rows: number; licence: string }[],
  style: ChalkInstance,
): string {
  const lines = alignColumns(
    ['name', 'rows', 'licence', 'title'],
    datasets.map(({ name, rows, licence, title }) => [name, rows.toLocaleString('en-US'), licence, title]),
    ['left', 'right', 'left', 'left'],
  );
  const [header, ...rows] = lines;
  return `${[style.dim(header), ...rows].join('\n')}\n\nMore about one: descent data ${datasets[0]?.name ?? 'NAME'}\n`;
}

/** One data set as text. */
export function datasetText({ card, parts, columns, findings }: DatasetView, style: ChalkInstance): string {
  const rows = parts.map(({ name, table }) => {
    const count = `${table.rows.toLocaleString('en-US')} rows`;
    return name === undefined ? count : `${name} ${count}`;
  });
  const facts = [
    ['rows', rows.join(', ')],
    ['licence', card.licence],
    ['source', card.source],
    ['cite', card.citation],
    ['files', 'unchanged (SHA-256 compared)'],
    ['use', `source: { type: ${card.format}, dataset: ${card.name} }`],
  ].map(([key, text]) => wrapText(text!, WIDTH, `  ${key!.padEnd(9)}`));
  const first = parts[0]!;
  return [
    style.bold(`${card.title} (${card.name})`),
    wrapText(card.description, WIDTH, ''),
    '',
    ...facts,
    '',
    style.bold(first.name === undefined ? 'Columns' : `Columns (part ${first.name})`),
    ...columnLines(card, columns, style),
    '',
    style.bold('Findings'),
    ...(findings.length === 0 ? ['  none'] : findings.flatMap((finding) => findingLines(finding, style))),
    '',
    style.bold('First rows'),
    ...previewLines(first.table, style),
    '',
  ].join('\n');
}

function columnLines(card: DatasetCard, columns: readonly ColumnSummary[], style: ChalkInstance): string[] {
  const rows = columns.map((column) => {
    const described = card.columns.find(({ name }) => name === column.name);
    const unit = described?.unit === undefined ? '' : ` in ${described.unit}`;
    const kind = { number: `number${unit}`, category: 'category', tensor: 'array' }[column.kind];
    return [column.name, kind, String(column.missing), valuesInWords(column)];
  });
  const [header, ...lines] = alignColumns(['name', 'kind', 'missing', 'values'], rows, [
    'left',
    'left',
    'right',
    'left',
  ]);
  return [style.dim(`  ${header}`), ...lines.map((line) => `  ${line}`)];
}

function valuesInWords(column: ColumnSummary): string {
  switch (column.kind) {
    case 'number':
      return `${column.minimum} to ${column.maximum}, mean ${rounded(column.mean)}`;
    case 'tensor':
      return `[${column.shape.join(', ')}], ${rounded(column.minimum)} to ${rounded(column.maximum)}`;
    case 'category': {
      const shown = column.counts.slice(0, 10).map(({ name, rows }) => `${name} ${rows}`);
      const more = column.counts.length - shown.length;
      return shown.join(', ') + (more > 0 ? `, and ${more} more` : '');
    }
  }
}

function findingLines({ severity, message, fix }: QualityFinding, style: ChalkInstance): string[] {
  const label = severity === 'warning' ? style.yellow('warning') : style.cyan('note   ');
  const indent = ' '.repeat(11);
  const [firstLine, ...rest] = wrapText(message, WIDTH, indent).split('\n');
  return [`  ${label}  ${firstLine!.trimStart()}`, ...rest, style.dim(wrapText(fix, WIDTH, indent))];
}

function previewLines(table: Table, style: ChalkInstance): string[] {
  const count = Math.min(PREVIEW_ROWS, table.rows);
  const plain = table.columns.filter((column) => column.kind !== 'tensor');
  const [array] = table.columns.filter((column) => column.kind === 'tensor');
  const images = array === undefined ? undefined : imagesInBlocks(array, count);
  if (array && images) {
    // The values of each row stand below its image.
    const captions = plain.map((column) =>
      Array.from({ length: count }, (_, row) =>
        `${column.name} ${cellText(column, row)}`.padEnd(imagePitch(array)),
      )
        .join('')
        .trimEnd(),
    );
    return [...images, ...captions.map((caption) => style.dim(caption))].map((line) => `  ${line}`);
  }
  const { columns } = table;
  const rows = Array.from({ length: count }, (_, row) => columns.map((column) => cellText(column, row)));
  const [header, ...lines] = alignColumns(
    columns.map(({ name }) => name),
    rows,
    columns.map(({ kind }) => (kind === 'number' ? 'right' : 'left')),
  );
  return [style.dim(`  ${header}`), ...lines.map((line) => `  ${line}`)];
}

function cellText(column: Column, row: number): string {
  if (isMissing(column, row)) return '–';
  switch (column.kind) {
    case 'number':
      return String(column.values[row]);
    case 'category':
      return column.categories[column.codes[row]!]!;
    case 'tensor': {
      const size = sizeOf(column.shape);
      const first = column.values.subarray(row * size, row * size + Math.min(size, PREVIEW_VALUES));
      return [...first].map(rounded).join(', ') + (size > first.length ? ', …' : '');
    }
  }
}

/** To five digits, so that 32-bit floats look as they were written. */
function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
