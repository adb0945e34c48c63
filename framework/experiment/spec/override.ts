import { describeValue } from '../../document/describe-value.ts';
import type { Schema } from '../../document/describe-schema.ts';
import type { Data, LoadedDocument, Places } from '../../document/document.ts';
import { parseValue } from '../../document/load-document.ts';
import { dotted, pointerOf } from '../../document/path.ts';
import { ProblemsError, type Place, type Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import { expandShortForm } from '../../document/short-form.ts';
import { schemaInside } from './schema-inside.ts';

const COMMAND_LINE = 'command line';

/** The text of all overrides as one line, so that a message can point into it. */
interface Assignment {
  readonly source: { readonly file: string; readonly text: string };
  /** Where in the text this assignment begins. */
  readonly start: number;
  readonly text: string;
}

/**
 * Sets values from the command line, each `key.of.value=YAML`: `training.epochs=5`, `model.layers.0.units=32`.
 * Sections, components and short forms that the key passes through are written out on the way, so
 * `training.optimizer.learningRate=0.1` works where the file says `optimizer: adam` or nothing.
 * Whether the key exists and the value is allowed is for validation to say; its places lie in the command line.
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
  const value = structuredClone(document.value);
  const places = new Map(document.places);
  const problems: Problem[] = [];
  let start = 0;
  for (const text of overrides) {
    try {
      assign({ source, start, text }, value, places, schema);
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
    start += text.length + 1;
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return { file: document.file, value, places };
}

function assign(assignment: Assignment, root: Data, places: Map<string, Places>, rootSchema: Schema): void {
  const { text, start, source } = assignment;
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw refuse(placeAt(source, start, start + text.length), {
      message: `"${text}" is not of the form key=value`,
      fix: 'Write for example training.epochs=5.',
    });
  }
  const steps = text.slice(0, equals).split('.');
  const given = parseGiven(assignment, equals + 1);

  let here = root;
  let schema: Schema | undefined = rootSchema;
  let column = start;
  const path: string[] = [];
  for (let index = 0; index < steps.length; index++) {
    // A target such as test.accuracy is one key with a point in it.
    const isFreeKey = schema?.patternProperties !== undefined;
    const key = isFreeKey ? steps.slice(index).join('.') : steps[index]!;
    const isLast = isFreeKey || index === steps.length - 1;
    const keyPlace = placeAt(source, column, column + key.length);
    refuseWrongStep(here, key, path, keyPlace);
    const container = here as Record<string, Data>;
    const inside: Schema | undefined = schemaInside(schema, key, here, rootSchema);

    path.push(key);
    column += key.length + 1;
    if (isLast) {
      container[key] = given.value;
      replacePlaces(places, pointerOf(path), keyPlace, given.places);
      return;
    }
    if (!Object.hasOwn(container, key)) {
      container[key] = structuredClone((inside?.default ?? {}) as Data);
      places.set(pointerOf(path), { key: keyPlace, value: keyPlace });
    }
    if (inside?.component) container[key] = expandShortForm(container[key], inside.component) as Data;
    here = container[key]!;
    schema = inside;
  }
}

function refuseWrongStep(here: Data, key: string, path: readonly string[], place: Place): void {
  if (key === '' || key === '__proto__') {
    throw refuse(place, { message: `"${key}" is not a key`, fix: 'Write for example training.epochs=5.' });
  }
  if (Array.isArray(here)) {
    if (/^\d+$/.test(key) && Number(key) < here.length) return;
    throw refuse(place, {
      message: `${dotted(path)} has no entry ${key}`,
      expected: here.length === 0 ? 'nothing, the list is empty' : `a number from 0 to ${here.length - 1}`,
    });
  }
  if (typeof here !== 'object' || here === null) {
    throw refuse(place, {
      message: `${dotted(path)} has no part "${key}"`,
      expected: `${dotted(path)}=value`,
      received: describeValue(here),
    });
  }
}

/** The value after the equals sign, its places moved to where it stands in the command line. */
function parseGiven({ source, start, text }: Assignment, at: number): LoadedDocument {
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

function replacePlaces(
  places: Map<string, Places>,
  pointer: string,
  key: Place,
  given: ReadonlyMap<string, Places>,
): void {
  for (const old of [...places.keys()]) if (old.startsWith(`${pointer}/`)) places.delete(old);
  for (const [inner, place] of given) places.set(pointer + inner, place);
  places.set(pointer, { key, value: given.get('')!.value });
}

function refuse(place: Place, problem: Omit<Problem, 'file' | 'place'>): ProblemsError {
  return new ProblemsError([{ file: place.file, place, ...problem }]);
}
