import { pointerOf, type Path } from './path.ts';
import type { Place } from './problem.ts';

/** Plain data as YAML gives it. Objects have own keys only; `__proto__` is never one. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** Where a value and, in a mapping, its key stand. */
export interface Places {
  readonly key?: Place;
  readonly value: Place;
}

/** What a user wrote, as plain data, with the place of every value. Never mutated. */
export interface LoadedDocument {
  /** The name of the file in messages. */
  readonly file: string;
  readonly value: Data;
  /** By JSON pointer. */
  readonly places: ReadonlyMap<string, Places>;
}

/**
 * The place of a value or of its key. What the document does not contain, such as a default or the inside of
 * a short form, is found at the nearest thing around it: a text or number itself, of a mapping its key.
 */
export function locate(document: LoadedDocument, path: Path, what: 'key' | 'value' = 'value'): Place {
  for (let length = path.length; length >= 0; length--) {
    const around = path.slice(0, length);
    const places = document.places.get(pointerOf(around));
    if (!places) continue;
    const isInside = length < path.length && typeof valueAt(document.value, around) === 'object';
    // A mapping or list below its key is better shown by the key.
    const isBelow = places.key !== undefined && places.key.line !== places.value.line;
    return isInside || isBelow || what === 'key' ? (places.key ?? places.value) : places.value;
  }
  return { file: document.file, line: 1, column: 1, length: 1, sourceLine: '' };
}

/** The value at a path, or undefined. */
export function valueAt(value: Data, path: Path): Data | undefined {
  let here: Data | undefined = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, Data>)[String(step)];
  }
  return here;
}
