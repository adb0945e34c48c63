import { parseDocument } from 'yaml';
import { convert } from './convert.ts';
import type { Data, LoadedDocument } from './document.ts';
import { ProblemsError } from './problem.ts';
import type { SourceText } from './source-text.ts';
import { describeSyntaxError } from './syntax-problem.ts';

/**
 * Parses YAML 1.2 and keeps the place of every key and value.
 * @throws ProblemsError with the first syntax error, or with every duplicate key, undefined anchor … of the text, or when there
 *   is no mapping at the top
 */
export function loadDocument(source: SourceText): LoadedDocument {
  const document = parseValue(source);
  if (document.value === null) {
    throw new ProblemsError([
      {
        file: source.file,
        message: 'the file is empty',
        expected: 'a mapping, lines of the form "key: value"',
      },
    ]);
  }
  if (typeof document.value !== 'object' || Array.isArray(document.value)) {
    const isList = Array.isArray(document.value);
    const place = document.places.get('')!.value;
    throw new ProblemsError([
      {
        file: source.file,
        place,
        message: `the file holds ${isList ? 'a list' : 'a single value'}`,
        expected: 'a mapping, lines of the form "key: value"',
        ...(isList ? { fix: 'Remove the "-" before the keys.' } : {}),
      },
    ]);
  }
  return document;
}

/**
 * The same for any value, as those on the command line.
 * @throws ProblemsError
 */
export function parseValue(source: SourceText): LoadedDocument {
  const text = source.text.replace(/^\uFEFF/, '');
  const clean = { file: source.file, text };
  // Duplicate keys are found in `convert`, where the first one is known too.
  const parsed = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
  });
  const error = parsed.errors[0] ?? parsed.warnings[0];
  if (error) throw new ProblemsError([describeSyntaxError(error, parsed, clean)]);

  const converted = convert(parsed, clean);
  if (converted.problems.length > 0) throw new ProblemsError(converted.problems);
  return { file: source.file, value: converted.value satisfies Data, places: converted.places };
}
