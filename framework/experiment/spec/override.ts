import type { Schema } from '../../document/describe-schema.ts';
import type { LoadedDocument, Places } from '../../document/document.ts';
import { parseValue } from '../../document/load-document.ts';
import { ProblemsError, type Place } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import { assignAll, refuse, type Assignment } from './assignment.ts';

const COMMAND_LINE = 'command line';

/** One override, and where it stands in the line of all of them, so that a message can point into it. */
interface Written {
  readonly source: { readonly file: string; readonly text: string };
  readonly start: number;
  readonly text: string;
}

/**
 * Sets values from the command line, each `key.of.value=YAML`: `training.epochs=5`, `model.layers.0.units=32`.
 * Keys reach as far as {@link assignAll} says; places lie in the command line.
 * @throws ProblemsError when one is no assignment, its value no YAML, or it reaches into a list or value that
 *   has no such part
 */
export function applyOverrides(
  document: LoadedDocument,
  overrides: readonly string[],
  schema: Schema,
): LoadedDocument {
  if (overrides.length === 0) return document;
  const source = { file: COMMAND_LINE, text: overrides.join(' ') };
  let next = 0;
  const written = overrides.map((text): Written => {
    const start = next;
    next += text.length + 1;
    return { source, start, text };
  });
  return assignAll(
    document,
    written.map((each) => () => assignmentOf(each)),
    schema,
  );
}

function assignmentOf(written: Written): Assignment {
  const { text, start, source } = written;
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw refuse(placeAt(source, start, start + text.length), {
      message: `"${text}" is not of the form key=value`,
      fix: 'Write for example training.epochs=5.',
    });
  }
  return {
    key: text.slice(0, equals),
    placeOf: (from, to) => placeAt(source, start + from, start + to),
    given: parseGiven(written, equals + 1),
  };
}

/** The value after the equals sign, its places moved to where it stands in the command line. */
function parseGiven({ source, start, text }: Written, at: number): LoadedDocument {
  const move = (place: Place): Place => {
    const from = start + at + place.column - 1;
    return placeAt(source, from, from + place.length);
  };
  try {
    const given = parseValue({ file: COMMAND_LINE, text: text.slice(at) });
    const places = [...given.places].map(([pointer, { key, value }]): [string, Places] => [
      pointer,
      { ...(key ? { key: move(key) } : {}), value: move(value) },
    ]);
    return { ...given, places: new Map(places) };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError(
      error.problems.map((problem) => ({
        ...problem,
        ...(problem.place ? { place: move(problem.place) } : {}),
      })),
    );
  }
}
