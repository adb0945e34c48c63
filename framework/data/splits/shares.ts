import { Type } from '@sinclair/typebox';
import { ComponentProblem } from '../../component/component.ts';
import { PART_NAMES, type PartName } from '../split.ts';
import { apportion } from './apportion.ts';

const share = (value: number, description: string, reason: string) =>
  Type.Number({ minimum: 0, default: value, description, reason });

/** The options `train`, `validation` and `test` of splits that divide rows by shares or numbers. */
export const shareOptions = {
  train: share(0.8, 'Share of the rows, or a number of rows, for training.', 'most rows are to learn from'),
  validation: share(
    0.1,
    'Share or number of rows on which choices are made, such as when to stop; 0 for none.',
    'enough to see overfitting',
  ),
  test: share(0.1, 'Share or number of rows kept for the final judgement; 0 for none.', 'enough to judge'),
};

/** What is asked for each part: shares that sum to 1, or numbers of rows. */
export type Shares = Readonly<Record<PartName, number>>;

/** Only the three shares of options that hold more. */
export function sharesOf({ train, validation, test }: Shares): Shares {
  return { train, validation, test };
}

/** The parts that are to have rows. */
export function partsOf(shares: Shares): readonly PartName[] {
  return PART_NAMES.filter((part) => shares[part] > 0);
}

/** Whether numbers of rows are asked for, not shares. */
export function areCounts(shares: Shares): boolean {
  return PART_NAMES.some((part) => shares[part] > 1);
}

/**
 * Whether the shares make sense together.
 * @throws ComponentProblem when they mix shares and numbers, leave nothing to learn from, or do not sum to 1
 */
export function checkShares(shares: Shares): void {
  const written = PART_NAMES.map((part) => `${part}: ${shares[part]}`).join(', ');
  if (shares.train === 0) {
    throw new ComponentProblem('there is nothing to learn from with train: 0', {
      option: 'train',
      fix: 'Give the training part a share.',
    });
  }
  if (areCounts(shares)) {
    const odd = PART_NAMES.find((part) => !Number.isInteger(shares[part]));
    if (odd === undefined) return;
    throw new ComponentProblem(`shares and numbers of rows are mixed: ${written}`, {
      option: odd,
      fix: 'Write either shares up to 1, or whole numbers of rows, for all three parts.',
    });
  }
  const sum = PART_NAMES.reduce((total, part) => total + shares[part], 0);
  if (Math.abs(sum - 1) < 1e-9) return;
  throw new ComponentProblem(`the shares sum to ${Number(sum.toFixed(6))}, not to 1: ${written}`, {
    option: 'train',
    fix:
      shares.validation + shares.test < 1
        ? `With train: ${Number((1 - shares.validation - shares.test).toFixed(6))} they would.`
        : 'Lower validation and test.',
  });
}

/** Numbers of rows that there are. */
function checkCounts(counts: readonly number[], rows: number): readonly number[] {
  const asked = counts.reduce((left, right) => left + right, 0);
  if (asked <= rows) return counts;
  throw new ComponentProblem(`the parts ask for ${asked} rows, but there are ${rows}`, {
    option: 'train',
    fix: 'Ask for fewer rows, or write shares that sum to 1.',
  });
}

/**
 * Rows of each part, in the order of `PART_NAMES`.
 * @throws ComponentProblem when the rows are too few
 */
export function countRows(shares: Shares, rows: number): readonly number[] {
  const wanted = PART_NAMES.map((part) => shares[part]);
  const counts = areCounts(shares) ? checkCounts(wanted, rows) : apportion(rows, wanted);
  const empty = PART_NAMES.find((_, index) => wanted[index]! > 0 && counts[index] === 0);
  if (empty === undefined) return counts;
  throw new ComponentProblem(
    `${empty}: ${shares[empty]} of ${rows} ${rows === 1 ? 'row' : 'rows'} is no row`,
    { option: empty, fix: `Raise ${empty}, use more rows, or write ${empty}: 0.` },
  );
}
