import type { Problem } from '../../../document/problem.ts';
import { problemAt, type Check, type ModelCheckContext } from './check.ts';

/** The loss is for what the target holds: classes or numbers. */
export const checkLossAndTarget: Check<ModelCheckContext> = (context) => {
  const { spec, parts, target } = context;
  const loss = parts.at('loss', 'training', 'loss');
  if (!loss) return [];
  const { type } = spec.training.loss;
  const at = (words: Omit<Problem, 'file' | 'place'>) => [problemAt(context, ['training', 'loss'], words)];
  if (loss.task === 'classification' && target.kind === 'numbers') {
    return at({
      message: `the loss ${type} is for classes, but the target ${quoted(target.names)} holds numbers`,
      fix: 'Use meanSquaredError, or make the target a column of categories.',
    });
  }
  if (target.kind === 'numbers') return [];
  const { classes } = target;
  if (loss.task === 'regression') {
    return at({
      message: `the loss ${type} is for numbers, but the target "${target.name}" holds ${classes.length} classes`,
      fix:
        classes.length === 2
          ? 'Use binaryCrossentropy with one unit, or categoricalCrossentropy with two.'
          : `Use categoricalCrossentropy with ${classes.length} units and softmax.`,
    });
  }
  const isBinary = loss.head === 'probability' || loss.head === 'logit';
  if (isBinary && classes.length !== 2) {
    return at({
      message: `the loss ${type} is for two classes, but the target "${target.name}" has ${classes.length}`,
      fix: `Use categoricalCrossentropy with ${classes.length} units and softmax.`,
    });
  }
  return [];
};

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
