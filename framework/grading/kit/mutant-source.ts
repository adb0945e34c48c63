import type { Place, Problem } from '../../document/problem.ts';
import { placeAt, type SourceText } from '../../document/source-text.ts';

/** An exported function or class at the top level of a file. */
export interface Declaration {
  readonly name: string;
  /** From `export` to the closing brace. */
  readonly lines: readonly string[];
  /** Line of its `export`, from 1. */
  readonly line: number;
  readonly place: Place;
}

const START = /^export (?:async )?(?:function\*?|(?:abstract )?class) (?<name>[\w$]+)/;
const FROM_SOLUTION = /^import \{(?<names>[^}]*)\} from '[^']*\/solutions\/[^']*';$/gm;
const RENAMED = /(?<!type )\b(?<name>[\w$]+) as (?<alias>[\w$]+)/g;
const FROM_DESCENT = /^import \{(?<names>[^}]*)\} from 'descent';$/gm;

/**
 * Finds the exported functions and classes of a file. It relies on the formatting of prettier instead of on a parser: what
 * begins at the left edge ends at the first line that is `}` and nothing else.
 * @returns them with what the file imports from `descent`; problems say which code is neither, as a mutant would lose it
 */
export function declarationsIn(source: SourceText): {
  readonly declarations: readonly Declaration[];
  readonly imported: readonly string[];
  readonly problems: readonly Problem[];
} {
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  const lines = source.text.split('\n');
  const starts = startsOf(lines);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const name = START.exec(line)?.groups?.name;
    const place = placeAt(source, starts[index]!, starts[index]! + line.length);
    if (name !== undefined) {
      const end = line.endsWith('}') ? index : lines.indexOf('}', index);
      const last = end < 0 ? lines.length - 1 : end;
      declarations.push({ name, lines: lines.slice(index, last + 1), line: index + 1, place });
      index = last;
    } else if (isCode(line)) {
      problems.push({
        file: source.file,
        place,
        message: 'a mutant has exported functions and classes only',
        fix: 'Move this into the function that needs it, or import it from the solution.',
      });
    }
  }
  return { declarations, imported: importedIn(source.text), problems };
}

/** A function or class of the solution that a mutant calls under another name, because it replaces it. */
export interface RenamedImport {
  readonly name: string;
  readonly alias: string;
  readonly place: Place;
}

/** Finds `import { mse as rightMse } from '…/solutions/…'`; types need not be there when it runs. */
export function renamedImportsIn(source: SourceText): readonly RenamedImport[] {
  return [...source.text.matchAll(FROM_SOLUTION)].flatMap((statement) =>
    [...statement.groups!.names!.matchAll(RENAMED)].map((match) => {
      const start = statement.index + statement[0].indexOf(match[0]);
      const { name, alias } = match.groups!;
      return { name: name!, alias: alias!, place: placeAt(source, start, start + match[0].length) };
    }),
  );
}

/** A declaration under another name, and no export any more. */
export function renameDeclaration({ lines }: Declaration, alias: string): readonly string[] {
  const [first = '', ...rest] = lines;
  return [
    first.replace(/^export ((?:async )?(?:abstract )?(?:function\*?|class)) [\w$]+/, `$1 ${alias}`),
    ...rest,
  ];
}

/** Whether a line begins something at the left edge that is neither import, comment nor the rest of one. */
function isCode(line: string): boolean {
  return /^[^\s/*}]/.test(line) && !line.startsWith('import ');
}

function importedIn(text: string): readonly string[] {
  return [...text.matchAll(FROM_DESCENT)]
    .flatMap((match) => match.groups!.names!.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

function startsOf(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}
