import { suggest } from '../../document/suggest.ts';
import type { ExportDescription } from './protocol.ts';

/**
 * Says why a name that the tests need is not there, in words that lead to the line: the declaration without
 * `export`, or an export of a similar name.
 * @returns undefined when the name is exported and of the right kind
 */
export function explainMissingExport(
  wanted: { readonly name: string; readonly kind: 'function' | 'class' },
  exports: readonly ExportDescription[],
  entry: { readonly file: string; readonly source: string },
): string | undefined {
  const found = exports.find(({ name }) => name === wanted.name);
  if (found?.kind === wanted.kind) return undefined;
  if (found !== undefined)
    return `${entry.file}: "${wanted.name}" is a ${found.kind}, where a ${wanted.kind} is expected`;

  const line = declarationLine(entry.source, wanted.name);
  if (line !== undefined) {
    return `${entry.file}:${line} does not export "${wanted.name}": write "export" before its declaration`;
  }
  const names = exports.map(({ name }) => name);
  const similar = suggest(wanted.name, names);
  if (similar !== undefined) {
    return `${entry.file} does not export "${wanted.name}"; is it what you call "${similar}"? The tests need the name "${wanted.name}"`;
  }
  const list = names.length === 0 ? 'nothing' : names.join(', ');
  return `${entry.file} does not export "${wanted.name}"; it exports ${list}`;
}

/** The line of a declaration at the beginning of a line; exports do not come here. */
function declarationLine(source: string, name: string): number | undefined {
  const escaped = name.replace(/[$]/g, '\\$&');
  const declaration = new RegExp(
    `^(?:async\\s+)?(?:function\\s*\\*?|class|const|let|var)\\s+${escaped}(?![\\w$])`,
  );
  const index = source.split(/\r\n?|\n/).findIndex((line) => declaration.test(line));
  return index < 0 ? undefined : index + 1;
}
