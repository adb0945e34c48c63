import { ComponentProblem } from '../../component/component.ts';
import { DataError } from '../../data/data-error.ts';
import { locate, type LoadedDocument } from '../../document/document.ts';
import { pointerOf, type Path } from '../../document/path.ts';
import type { Problem } from '../../document/problem.ts';

/**
 * What a component found wrong, with the place of the option that it names. A data file's own fault is reported
 * at the component that reads it.
 * @param name how the message calls the component: `layer dense`; absent where the message says it itself
 * @throws the error itself when it is none that a component means for the user
 */
export function problemOf(error: unknown, document: LoadedDocument, path: Path, name?: string): Problem {
  if (isNamed<DataError>(error, DataError)) {
    const { problem, file, line, column, value, fix } = error;
    const where = [file, ...(line === undefined ? [] : [`line ${line}`])].join(', ');
    const place = locate(document, placeOfFile(document, path), 'value');
    return {
      file: place.file,
      place,
      message: `${where}${column === undefined ? '' : `, column "${column}"`}: ${problem}`,
      ...(value === undefined ? {} : { received: value }),
      ...(fix === undefined ? {} : { fix }),
    };
  }
  if (!isNamed<ComponentProblem>(error, ComponentProblem)) throw error;
  const inner = error.option === undefined ? path : [...path, ...error.option.split('.')];
  const place = locate(document, inner, 'value');
  return {
    file: place.file,
    place,
    message: isNamedIn(error.message, name) ? error.message : `${name}: ${error.message}`,
    ...(error.fix === undefined ? {} : { fix: error.fix }),
  };
}

/** By name as well: a component of the user's own may come with another copy of the class. */
function isNamed<Kind extends Error>(error: unknown, type: { prototype: Kind; name: string }): error is Kind {
  return error instanceof Error && error.name === type.name;
}

function placeOfFile(document: LoadedDocument, path: Path): Path {
  const options = ['file', 'dataset'].map((option) => [...path, option]);
  return options.find((option) => document.places.has(pointerOf(option))) ?? path;
}

/** Some messages begin with the name of the component. */
function isNamedIn(message: string, name: string | undefined): name is undefined {
  return name === undefined || name.endsWith(` ${message.split(' ', 1)[0]!}`);
}
