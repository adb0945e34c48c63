/** Beyond this ratio of the largest to the smallest value a linear axis hides the end of the training. */
const LOGARITHMIC_FROM = 100;

/** A vertical axis that suits its values: logarithmic when they are positive and span more than two decades. */
export function valueAxis(
  values: readonly number[],
  title: string,
): { title: string; scale: object; axis: object } {
  const smallest = Math.min(...values);
  const largest = Math.max(...values);
  if (smallest > 0 && largest / smallest > LOGARITHMIC_FROM) {
    return {
      title: `${title}, logarithmic`,
      scale: { type: 'log', nice: true },
      axis: { values: powersOfTen(smallest, largest), format: '~g' },
    };
  }
  return { title, scale: { zero: false, nice: true }, axis: { tickCount: 5, ...tickFormat(values) } };
}

/**
 * The form of the numbers at an axis: as they are, or short where vega would write them out in full; forty
 * zeros would leave no space for the chart.
 */
export function tickFormat(values: readonly number[]): { format?: string } {
  const size = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (size === 0 || (size >= 1e-3 && size < 1e4)) return {};
  return { format: size >= 1e4 && size < 1e6 ? '~s' : '~e' };
}

/** At most eight lines, so that they stay apart. */
function powersOfTen(smallest: number, largest: number): number[] {
  const first = Math.floor(Math.log10(smallest));
  const last = Math.ceil(Math.log10(largest));
  const every = Math.ceil((last - first + 1) / 8);
  const powers: number[] = [];
  for (let exponent = first; exponent <= last; exponent += every) powers.push(Number(`1e${exponent}`));
  return powers;
}
