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
    if (value > most) problems.push(problemAt(document, path, `${what}, where this exercise allows ${most}`));
  };
  bound(['training', 'epochs'], `${training.epochs} epochs`, training.epochs, limits.epochs);
  bound(['model', 'layers'], `${model.layers.length} layers`, model.layers.length, limits.layers);
  model.layers.forEach((layer, index) => {
    for (const [path, value] of numbersIn(layer, ['model', 'layers', index])) {
      bound(path, `a size of ${value}`, value, limits.size);
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
  const message = `the network has ${parameters.total} parameters, where this exercise allows ${limits.parameters}`;
  return [problemAt(document, ['model', 'layers'], message)];
}

/** Every number in the options of a layer: units, filters, sizes of kernels and vocabularies. */
function numbersIn(value: unknown, path: Path): readonly (readonly [Path, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
}

function problemAt(document: LoadedDocument, path: Path, message: string): Problem {
  const place = locate(document, path);
  return { file: place.file, place, message, fix: 'Make it smaller.' };
}
