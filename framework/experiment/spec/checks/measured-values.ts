import { PART_NAMES } from '../../../data/split.ts';
import { metricName } from '../../../metrics/metric-name.ts';
import type { Path } from '../../../document/path.ts';
import type { Problem } from '../../../document/problem.ts';
import { didYouMean } from '../../../document/suggest.ts';
import { problemAt, type Check, type CheckContext } from './check.ts';

/** What callbacks monitor and what targets ask for is measured: `validation.loss`, `test.accuracy`. */
export const checkMeasuredValues: Check = (context) => {
  const { spec, parts } = context;
  const targets = Object.keys(spec.targets).flatMap((value) =>
    wrongValue(context, ['targets', value], value, PART_NAMES, 'key'),
  );
  const monitors = spec.training.callbacks.flatMap((_, index) => {
    const path = ['training', 'callbacks', index];
    return (parts.at('callback', ...path)?.monitors ?? []).flatMap(({ option, value }) =>
      // Choosing by the test part would make it part of training.
      wrongValue(context, [...path, option], value, ['train', 'validation'], 'value'),
    );
  });
  return [...targets, ...monitors];
};

function wrongValue(
  context: CheckContext,
  path: Path,
  value: string,
  allowedParts: readonly string[],
  what: 'key' | 'value',
): Problem[] {
  const { spec, parts } = context;
  const at = (words: Omit<Problem, 'file' | 'place'>) => [problemAt(context, path, words, what)];
  const measured = spec.metrics.map(metricName);
  const names = ['loss', ...measured];
  const [part, ...rest] = value.split('.');
  const name = rest.join('.');
  const isNumber = (index: number) => parts.at('metric', 'metrics', index)?.direction !== 'none';
  const numbers = ['loss', ...measured.filter((_, index) => isNumber(index))];
  const all = allowedParts.flatMap((each) => numbers.map((number) => `${each}.${number}`));

  if (part === 'test' && !allowedParts.includes('test')) {
    return at({
      message: `"${value}" may not be monitored: the test part is for the end only`,
      fix: `Monitor validation.${name === '' ? 'loss' : name}.`,
    });
  }
  if (!allowedParts.includes(part!) || !names.includes(name)) {
    const isKnownMetric = allowedParts.includes(part!) && context.registry.find('metric', name) !== undefined;
    if (isKnownMetric) {
      return at({ message: `"${value}" is not measured`, fix: `Add ${name} to metrics.` });
    }
    // Without a part, the part that one usually means.
    const suggestion = didYouMean(names.includes(value) ? `${allowedParts.at(-1)!}.${value}` : value, all);
    return at({
      message: `unknown value "${value}"`,
      ...(suggestion === undefined ? { expected: `one of ${all.join(', ')}` } : { fix: suggestion }),
    });
  }
  const index = names.indexOf(name) - 1;
  if (index >= 0 && !isNumber(index)) {
    return at({ message: `"${value}" is a table, not a number`, fix: `Choose one of ${all.join(', ')}.` });
  }
  const filled: readonly string[] | undefined = parts.at('split', 'data', 'split')?.parts;
  if (filled && !filled.includes(part!)) {
    return at({
      message: `"${value}" cannot be measured: the ${part!} part is empty`,
      fix: `Give it rows in data.split, such as ${part!}: 0.1.`,
    });
  }
  return [];
}
