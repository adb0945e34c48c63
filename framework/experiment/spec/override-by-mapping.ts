import type { Schema } from '../../document/describe-schema.ts';
import { describeValue } from '../../document/describe-value.ts';
import { locate, valueAt, type LoadedDocument, type Places } from '../../document/document.ts';
import { dotted, pointerOf, type Path } from '../../document/path.ts';
import { assignAll, refuse, type Assignment } from './assignment.ts';

/**
 * Sets values that a mapping in another file gives, by the same keys as on the command line:
 * `{ training.optimizer.type: sgd, training.epochs: 30 }`. Keys reach as far as {@link assignAll} says; places lie in
 * that file.
 * @param changes the file that holds the mapping
 * @param path where in it
 * @throws ProblemsError when there is no mapping, or a key reaches into a list or value that has no such part
 */
export function applyMapping(
  document: LoadedDocument,
  changes: LoadedDocument,
  path: Path,
  schema: Schema,
): LoadedDocument {
  const mapping = valueAt(changes.value, path);
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) {
    throw refuse(locate(changes, path), {
      message: mapping === undefined ? `${dotted(path)} is missing` : `${dotted(path)} has the wrong type`,
      expected: 'a mapping of changes, such as { training.epochs: 5 }',
      ...(mapping === undefined ? {} : { received: describeValue(mapping) }),
    });
  }
  return assignAll(
    document,
    Object.keys(mapping).map((key) => () => assignmentOf(changes, [...path, key])),
    schema,
  );
}

function assignmentOf(changes: LoadedDocument, path: Path): Assignment {
  const key = String(path.at(-1));
  const keyPlace = locate(changes, path, 'key');
  // Between quotes, or as an alias, it cannot be told where a part of it stands.
  const isPlain = keyPlace.length === key.length;
  const prefix = pointerOf(path);
  const places = [...changes.places].flatMap(([pointer, place]): [string, Places][] =>
    pointer === prefix || pointer.startsWith(`${prefix}/`) ? [[pointer.slice(prefix.length), place]] : [],
  );
  return {
    key,
    placeOf: (from, to) =>
      isPlain ? { ...keyPlace, column: keyPlace.column + from, length: Math.max(1, to - from) } : keyPlace,
    given: { value: structuredClone(valueAt(changes.value, path)!), places: new Map(places) },
  };
}
