import { didYouMean } from '../../../document/suggest.ts';
import { problemOf } from '../component-problem.ts';
import { problemAt, type Check } from './check.ts';

/** The columns by which rows are split exist and suit it. */
export const checkSplitColumns: Check = (context) => {
  const { source, parts, document, spec } = context;
  const split = parts.at('split', 'data', 'split');
  if (!split || !source) return [];
  const names = source.columns.map((column) => column.name);
  const problems = split.columns
    .filter(({ name }) => !names.includes(name))
    .map(({ option, name }) => {
      const path = ['data', 'split', ...option.split('.')];
      const suggestion = didYouMean(name, names);
      return problemAt(context, path, {
        message: `the split names the unknown column "${name}"`,
        ...(suggestion === undefined ? { expected: `one of ${names.join(', ')}` } : { fix: suggestion }),
      });
    });
  if (problems.length > 0) return problems;
  try {
    split.check(source.columns);
    return [];
  } catch (error) {
    return [problemOf(error, document, ['data', 'split'], `split ${spec.data.split.type}`)];
  }
};
