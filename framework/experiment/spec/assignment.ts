import { describeValue } from '../../document/describe-value.ts';
import type { Schema } from '../../document/describe-schema.ts';
import type { Data, LoadedDocument, Places } from '../../document/document.ts';
import { dotted, pointerOf } from '../../document/path.ts';
import { ProblemsError, type Place, type Problem } from '../../document/problem.ts';
import { expandShortForm } from '../../document/short-form.ts';
import { schemaInside } from './schema-inside.ts';

/** A value that takes the place of one in an experiment. */
export interface Assignment {
  /** `training.optimizer.learningRate` */
  readonly key: string;
  /** The place of a stretch of the key, counted in characters from 0. */
  placeOf(from: number, to: number): Place;
  /** The value, with places by JSON pointers within it. */
  readonly given: Pick<LoadedDocument, 'value' | 'places'>;
}

/**
 * Sets values in a document, one after the other.
 * Sections, components and short forms that a key passes through are written out on the way, so
 * `training.optimizer.learningRate` works where the file says `optimizer: adam` or nothing.
 * Whether the key exists and the value is allowed is for validation to say.
 * @param assignments read when their turn comes, so that all that is wrong is told at once
 * @returns a copy; the document itself stays as it is
 * @throws ProblemsError when one cannot be read, or reaches into a list or value that has no such part
 */
export function assignAll(
  document: LoadedDocument,
  assignments: readonly (() => Assignment)[],
  schema: Schema,
): LoadedDocument {
  const value = structuredClone(document.value);
  const places = new Map(document.places);
  const problems: Problem[] = [];
  for (const read of assignments) {
    try {
      assign(read(), value, places, schema);
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return { file: document.file, value, places };
}

/** A single problem as an exception. */
export function refuse(place: Place, problem: Omit<Problem, 'file' | 'place'>): ProblemsError {
  return new ProblemsError([{ file: place.file, place, ...problem }]);
}

function assign(
  { key: whole, placeOf, given }: Assignment,
  root: Data,
  places: Map<string, Places>,
  rootSchema: Schema,
): void {
  const steps = whole.split('.');
  let here = root;
  let schema: Schema | undefined = rootSchema;
  let column = 0;
  const path: string[] = [];
  for (let index = 0; index < steps.length; index++) {
    // A target such as test.accuracy is one key with a point in it.
    const isFreeKey = schema?.patternProperties !== undefined;
    const key = isFreeKey ? steps.slice(index).join('.') : steps[index]!;
    const isLast = isFreeKey || index === steps.length - 1;
    const keyPlace = placeOf(column, column + key.length);
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
    throw refuse(place, { message: `"${key}" is not a key`, fix: 'Write for example training.epochs.' });
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
      expected: `a value for ${dotted(path)} itself`,
      received: describeValue(here),
    });
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
