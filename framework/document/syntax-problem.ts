import type { Document, YAMLError, YAMLWarning } from 'yaml';
import type { Problem } from './problem.ts';
import { placeAt, type SourceText } from './source-text.ts';
import { findUnclosed } from './unclosed.ts';

interface Words {
  readonly message: string;
  readonly fix: string;
}

const INDENTATION: Words = {
  message: 'the indentation of this line does not fit',
  fix: 'Indent keys that belong together equally.',
};

const WORDS: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: {
    message: 'a tab is used to indent',
    fix: 'YAML allows only spaces there; let your editor turn tabs into spaces.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second ": " on this line',
    fix: 'Put one key on a line, and put text that contains ": " in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line is neither "key: value" nor a list entry',
    fix: 'Write "key: value" with a space after the colon, or "- value".',
  },
  BAD_INDENT: INDENTATION,
  MULTIPLE_DOCS: {
    message: 'a second document begins here',
    fix: 'Keep one document per file: remove the line "---".',
  },
  MISSING_CHAR: {
    message: 'something is missing here',
    fix: 'Put a comma between entries, and close every quote.',
  },
  BAD_SCALAR_START: { message: 'text cannot begin with this character', fix: 'Put the text in quotes.' },
  BAD_DQ_ESCAPE: {
    message: 'unknown escape in double quotes',
    fix: 'Use single quotes, in which a backslash is a backslash, as in Windows paths.',
  },
  UNEXPECTED_TOKEN: {
    message: 'this cannot stand here',
    fix: 'Check the indentation and the brackets of this line and the one above it.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'unknown tag',
    fix: 'Remove the tag; text that begins with "!" needs quotes.',
  },
  RESOURCE_EXHAUSTION: { message: 'the file is nested too deeply', fix: 'Check the brackets.' },
};

/**
 * The first error of the YAML parser in words for somebody who does not know the grammar, where the slip is
 * rather than where the parser gave up. The errors after it are most often its consequences.
 */
export function describeSyntaxError(
  error: YAMLError | YAMLWarning,
  document: Document.Parsed,
  source: SourceText,
): Problem {
  const at = (start: number, end: number, words: Pick<Problem, 'message' | 'fix'>): Problem => ({
    file: source.file,
    place: placeAt(source, start, end),
    ...words,
  });
  const [start, end] = error.pos;
  if (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT') {
    const unclosed = findUnclosed(document, source.text, start);
    if (unclosed !== undefined) {
      const character = source.text[unclosed]!;
      const isQuote = character === '"' || character === "'";
      return at(unclosed, unclosed + 1, {
        message: isQuote ? 'this quote is never closed' : `this "${character}" is never closed`,
        fix: isQuote ? 'Close it on the same line.' : `Add "${character === '[' ? ']' : '}'}".`,
      });
    }
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const deeper = deeperLineBelow(source.text, start);
    if (deeper !== undefined) return at(deeper.start, deeper.end, INDENTATION);
  }
  return at(start, end, WORDS[error.code] ?? { message: `this is not valid YAML: ${error.message}` });
}

/** The next line with something on it, without its indentation, if it is indented further than the line of an offset. */
function deeperLineBelow(text: string, offset: number): { start: number; end: number } | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indentation = /^ */.exec(text.slice(lineStart))![0].length;
  const below = /\n(?<indent> *)(?<content>[^\s#].*)/.exec(text.slice(offset));
  if (!below || below.groups!.indent!.length <= indentation) return undefined;
  const start = offset + below.index + 1 + below.groups!.indent!.length;
  return { start, end: start + below.groups!.content!.trimEnd().length };
}
