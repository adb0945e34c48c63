import { PART_NAMES } from '../../../data/split.ts';
import { knownRows, problemAt, type Check } from './check.ts';

/** The parts do not ask for more rows than there are, where both are known beforehand. */
export const checkSplitRows: Check = (context) => {
  const rows = knownRows(context);
  const { split } = context.spec.data;
  const counts = PART_NAMES.map((part) => split[part]).filter((count) => typeof count === 'number');
  const asked = counts.reduce((sum, count) => sum + count, 0);
  const areShares = counts.every((count) => count <= 1);
  if (rows === undefined || areShares || asked <= rows) return [];
  return [
    problemAt(context, ['data', 'split', 'train'], {
      message: `the parts ask for ${asked} rows, but there are ${rows}`,
      fix: 'Ask for fewer rows, or write shares that sum to 1.',
    }),
  ];
};
