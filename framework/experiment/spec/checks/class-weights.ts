import { didYouMean } from '../../../document/suggest.ts';
import { problemAt, type Check, type ModelCheckContext } from './check.ts';

/** Class weights name classes of the target. */
export const checkClassWeights: Check<ModelCheckContext> = (context) => {
  const { classWeights } = context.spec.training;
  const { target } = context;
  const path = ['training', 'classWeights'];
  if (classWeights === null) return [];
  if (target.kind === 'numbers') {
    return [
      problemAt(context, path, {
        message: `classWeights are for classes, but the target "${target.names.join('", "')}" holds numbers`,
        fix: 'Remove them; data.sampleWeights weighs rows of any kind.',
      }),
    ];
  }
  if (classWeights === 'balanced') return [];
  return Object.keys(classWeights)
    .filter((name) => !target.classes.includes(name))
    .map((name) => {
      const suggestion = didYouMean(name, target.classes);
      const words = {
        message: `the target "${target.name}" has no class "${name}"`,
        ...(suggestion === undefined
          ? { expected: `one of ${target.classes.join(', ')}` }
          : { fix: suggestion }),
      };
      return problemAt(context, [...path, name], words, 'key');
    });
};
