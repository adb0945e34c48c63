import { locate, type LoadedDocument } from '../../../../document/document.ts';
import type { Path } from '../../../../document/path.ts';
import type { Problem } from '../../../../document/problem.ts';
import type { ExperimentSpec } from '../../../../experiment/spec/experiment-spec.ts';
import type { Model } from '../../../../model/model.ts';
import type { ExperimentLimits } from '../../protocol.ts';

/** What an experiment asks for beyond the limits of its exercise, each at its place. */
export function checkLimits(
  { model, training }: ExperimentSpec,
  document: LoadedDocument,
  limits: ExperimentLimits,
): readonly Problem[] {
  const problems: Problem[] = [];
  const bound = (path: Path, what: string, value: number, most: number) => {
    if (value > most) problems.push(tooMuch(document, path, what, most));
  };
  bound(['training', 'epochs'], `${training.epochs} epochs are`, training.epochs, limits.epochs);
  bound(['model', 'layers'], `${model.layers.length} layers are`, model.layers.length, limits.layers);
  model.layers.forEach((layer, index) => {
    for (const [path, value] of numbersIn(layer, ['model', 'layers', index])) {
      bound(path, `${value} is`, value, limits.size);
    }
  });
  return problems;
}

/** The same of a model that has been built. */
export function checkParameters(
  { parameters }: Model,
  document: LoadedDocument,
  limits: ExperimentLimits,
): readonly Problem[] {
  if (parameters.total <= limits.parameters) return [];
  const what = `the network's ${parameters.total} parameters are`;
  return [tooMuch(document, ['model', 'layers'], what, limits.parameters)];
}

/** Every number in the options of a layer: units, filters, sizes of kernels and vocabularies. */
function numbersIn(value: unknown, path: Path): readonly (readonly [Path, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
}

function tooMuch(document: LoadedDocument, path: Path, what: string, most: number): Problem {
  const place = locate(document, path);
  return {
    file: place.file,
    place,
    message: `${what} more than this exercise allows`,
    expected: `at most ${most}`,
  };
}
