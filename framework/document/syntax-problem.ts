import type { ErrorCode } from 'yaml';
import type { Problem } from './problem.ts';

type Words = Pick<Problem, 'message' | 'fix'>;

const WORDS: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: {
    message: 'a tab is used to indent',
    fix: 'YAML allows only spaces there; let your editor turn tabs into spaces.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a mapping begins where none can be',
    fix: 'Put keys of one mapping under each other, equally indented; put text with ": " in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line is neither "key: value" nor a list entry',
    fix: 'Write "key: value" with a space after the colon, or "- value".',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit, or a bracket is not closed',
    fix: 'Indent keys that belong together equally, and close every [ and {.',
  },
  MULTIPLE_DOCS: {
    message: 'a second document begins here',
    fix: 'Keep one document per file: remove the line "---".',
  },
  MULTIPLE_ANCHORS: { message: 'a value has two anchors', fix: 'Keep one of them.' },
  MULTIPLE_TAGS: { message: 'a value has two tags', fix: 'Remove the tags.' },
  MISSING_CHAR: {
    message: 'something that was opened is not closed',
    fix: 'Close every quote, [ and {, and put a comma between entries.',
  },
  BAD_SCALAR_START: {
    message: 'text cannot begin with this character',
    fix: 'Put the text in quotes.',
  },
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
  RESOURCE_EXHAUSTION: {
    message: 'the file is nested too deeply',
    fix: 'Check the brackets.',
  },
};

/** What a syntax error of the YAML parser means to somebody who does not know the grammar. */
export function describeSyntaxError(code: ErrorCode, parserMessage: string): Words {
  return WORDS[code] ?? { message: `this is not valid YAML: ${parserMessage}` };
}
