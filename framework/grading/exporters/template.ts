import { readFile } from 'node:fs/promises';
import { ProblemsError } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import { writeCell, type TableCell } from './spreadsheet.ts';

/** A csv file of another system, to be filled in: what is not filled stays as it is, byte for byte. */
export interface Template {
  /** The name of the file in messages. */
  readonly file: string;
  /** A byte order mark, or nothing. */
  readonly mark: string;
  readonly delimiter: string;
  /** The header first. */
  readonly records: readonly TemplateRecord[];
}

/** A line of a template. */
export interface TemplateRecord {
  /** Cells as they stand in the file, quotes included. */
  readonly cells: readonly string[];
  /** The line end after it. */
  readonly end: string;
}

/** Reads the csv file of another system. @throws ProblemsError when it is missing, no text or has no header */
export async function readTemplate(path: string): Promise<Template> {
  const { text } = await readText(path);
  const [first, second, third] = await readFile(path);
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  return parseTemplate(path, isMarked ? `\uFEFF${text}` : text);
}

/** The same for a text. @throws ProblemsError when it has no header */
export function parseTemplate(file: string, text: string): Template {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const delimiter = body.split('\n', 1)[0]!.includes(';') ? ';' : ',';
  const records = splitRecords(body, delimiter);
  if (records.length === 0) {
    throw new ProblemsError([
      {
        file,
        message: 'the file is empty',
        expected: 'a csv file with a header, as the other system exports it',
      },
    ]);
  }
  return { file, mark, delimiter, records };
}

/**
 * Fills cells of a template.
 * @param filled by index of the record, then of the column
 */
export function fillTemplate(
  { mark, delimiter, records }: Template,
  filled: ReadonlyMap<number, ReadonlyMap<number, TableCell>>,
): string {
  const lines = records.map(({ cells, end }, index) => {
    const own = filled.get(index);
    if (own === undefined) return cells.join(delimiter) + end;
    // A line may end before a column that the header has.
    const width = Math.max(cells.length, ...[...own.keys()].map((column) => column + 1));
    const all = Array.from({ length: width }, (_, column) => {
      const value = own.get(column);
      return value === undefined ? (cells[column] ?? '') : writeCell(value, delimiter);
    });
    return all.join(delimiter) + end;
  });
  return mark + lines.join('');
}

/** What a cell says, without quotes and the blanks around it. */
export function cellText(raw: string | undefined = ''): string {
  const trimmed = raw.trim();
  return trimmed.startsWith('"') ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}

/** The columns of the header by what they say. */
export function headerOf({ records }: Template): readonly string[] {
  return records[0]!.cells.map(cellText);
}

/** A cell: in quotes, with doubled ones inside, or up to the next delimiter or line end. */
function splitRecords(text: string, delimiter: string): TemplateRecord[] {
  const cell = new RegExp(
    `(?:[ \\t]*"(?:[^"]|"")*"[ \\t]*|[^${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  const records: TemplateRecord[] = [];
  let cells: string[] = [];
  while (cell.lastIndex < text.length || cells.length > 0) {
    const start = cell.lastIndex;
    const found = cell.exec(text);
    // A quote that is never closed, or text after one: the rest of the line as it stands.
    const [whole, end] = found === null ? restOfLine(text, start) : [found[0], found[1]!];
    cell.lastIndex = start + whole.length;
    cells.push(whole.slice(0, whole.length - end.length));
    if (end === delimiter) continue;
    records.push({ cells, end });
    cells = [];
  }
  return records;
}

function restOfLine(text: string, start: number): readonly [string, string] {
  const [whole, end] = /[^\r\n]*(\r\n|\n|\r|$)/.exec(text.slice(start)) as unknown as [string, string];
  return [whole, end];
}
