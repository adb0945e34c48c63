import { getFormattedTokens } from 'sucrase';

/** An exported declaration with a comma, which may separate two declarations; a cheap first look. */
const MAYBE_SEVERAL = /\bexport\s+(?:const|let|var)\b[^;]*,/;
/** The role that sucrase gives to a name which is declared at the top level. */
const TOP_LEVEL_DECLARATION = '2';
const OPENING = new Set(['(', '[', '{', '${']);
const CLOSING = new Set([')', ']', '}']);

interface Token {
  readonly line: number;
  readonly column: number;
  readonly label: string;
  readonly isType: boolean;
  readonly role: string;
}

/**
 * Writes `export const a = 1, b = 2` as two statements in the same line: sucrase (3.35) exports only the first name of
 * such a statement and leaves the second undeclared. All other source stays as it is.
 */
export function splitExportedDeclarations(source: string): string {
  if (!MAYBE_SEVERAL.test(source)) return source;
  const lines = source.split('\n');
  for (const { line, column, keyword } of commasBetweenExports(readTokens(source)).reverse()) {
    const text = lines[line - 1]!;
    lines[line - 1] = `${text.slice(0, column - 1)}; export ${keyword} ${text.slice(column)}`;
  }
  return lines.join('\n');
}

function commasBetweenExports(tokens: readonly Token[]) {
  const commas: { line: number; column: number; keyword: string }[] = [];
  let keyword: string | undefined;
  let depth = 0;
  tokens.forEach((token, index) => {
    const { label, isType } = token;
    if (OPENING.has(label)) depth++;
    else if (CLOSING.has(label)) depth--;
    if (depth > 0 || isType) return;
    if (label === 'const' || label === 'let' || label === 'var') {
      keyword = tokens[index - 1]?.label === 'export' ? label : undefined;
    } else if (label === ';') keyword = undefined;
    else if (keyword !== undefined && label === ',' && tokens[index + 1]?.role === TOP_LEVEL_DECLARATION) {
      commas.push({ ...token, keyword });
    }
  });
  return commas;
}

/** Sucrase shows its tokens as a table, whose header tells where the columns begin. */
function readTokens(source: string): Token[] {
  const [header = '', ...rows] = getFormattedTokens(source, { transforms: ['typescript', 'imports'] }).split(
    '\n',
  );
  const cell = (row: string, name: string) =>
    row.slice(header.indexOf(name), header.indexOf(name) + name.length).trim();
  return rows.flatMap((row) => {
    const start = /^(\d+):(\d+)-\S+\s+(\S+)/.exec(row);
    if (start === null) return [];
    return {
      line: Number(start[1]),
      column: Number(start[2]),
      label: start[3]!,
      isType: cell(row, 'isType') !== '',
      role: cell(row, 'identifierRole'),
    };
  });
}
