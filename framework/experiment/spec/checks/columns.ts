import { didYouMean } from '../../../document/suggest.ts';
import type { Path } from '../../../document/path.ts';
import type { Problem } from '../../../document/problem.ts';
import { problemAt, type Check, type CheckContext } from './check.ts';

/** Features and target are columns of the source, each named once, and the target is no feature. */
export const checkColumns: Check = (context) => {
  const { features, target, sampleWeights } = context.spec.data;
  const targets = typeof target === 'string' ? [target] : target;
  const targetPath = (index: number): Path =>
    typeof target === 'string' ? ['data', 'target'] : ['data', 'target', index];
  const featurePath = (index: number): Path => ['data', 'features', index];

  const problems: Problem[] = [];
  features.forEach((name, index) => {
    problems.push(...unknownColumn(context, featurePath(index), name));
    if (targets.includes(name)) {
      problems.push(
        problemAt(context, featurePath(index), {
          message: `"${name}" is both a feature and the target`,
          fix: 'Remove it from the features: the model would be given the answer.',
        }),
      );
    }
    problems.push(...givenTwice(context, featurePath(index), features, index, 'feature'));
  });
  targets.forEach((name, index) => {
    problems.push(...unknownColumn(context, targetPath(index), name));
    problems.push(...givenTwice(context, targetPath(index), targets, index, 'target'));
  });
  if (sampleWeights !== null) {
    const path = ['data', 'sampleWeights'];
    problems.push(...unknownColumn(context, path, sampleWeights));
    if (features.includes(sampleWeights)) {
      problems.push(
        problemAt(context, path, {
          message: `"${sampleWeights}" is both a feature and the weight of rows`,
          fix: 'Remove it from the features: how much a row counts is not known of new rows.',
        }),
      );
    }
  }
  return problems;
};

function unknownColumn(context: CheckContext, path: Path, name: string): Problem[] {
  if (!context.source) return [];
  const names = context.source.columns.map((column) => column.name);
  if (names.includes(name)) return [];
  const suggestion = didYouMean(name, names);
  return [
    problemAt(context, path, {
      message: `unknown column "${name}"`,
      ...(suggestion === undefined ? { expected: `one of ${names.join(', ')}` } : { fix: suggestion }),
    }),
  ];
}

function givenTwice(
  context: CheckContext,
  path: Path,
  names: readonly string[],
  index: number,
  what: string,
): Problem[] {
  if (names.indexOf(names[index]!) === index) return [];
  return [
    problemAt(context, path, {
      message: `the ${what} "${names[index]!}" is given twice`,
      fix: 'Remove one of them.',
    }),
  ];
}
