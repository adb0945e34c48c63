/** What stands in place of a number that is undefined. */
export const UNDEFINED_NUMBER = '–';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const GROUPED_TENTHS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * A number for reading: three or four digits that matter, thousands apart, as many decimals for numbers of like
 * size so that columns line up; `–` for null and NaN.
 */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return UNDEFINED_NUMBER;
  const size = Math.abs(value);
  if (size === Infinity) return value > 0 ? '∞' : '−∞';
  return magnitude(value, size).replace('-', '−');
}

function magnitude(value: number, size: number): string {
  if (size >= 10_000) return GROUPED.format(value);
  if (size >= 100) return GROUPED_TENTHS.format(value);
  if (size >= 10) return value.toFixed(2);
  if (size >= 0.01 || size === 0) return value.toFixed(3);
  if (size >= 0.001) return value.toPrecision(2);
  const [digits, exponent] = value.toExponential(1).split('e');
  return `${digits!} × 10${superscript(Number(exponent))}`;
}

/** A count: `8,000`. */
export function formatCount(value: number): string {
  return GROUPED.format(value);
}

/** `0.912 to 1.000` */
export function formatInterval([low, high]: readonly [number, number]): string {
  return `${formatNumber(low)} to ${formatNumber(high)}`;
}

/** A share as a percentage without decimals, `<1 %` when it is small but not zero. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return UNDEFINED_NUMBER;
  if (share > 0 && share < 0.01) return '<1 %';
  return `${Math.round(share * 100)} %`;
}

/** `0.8 s`, `2 min 5 s`, `1 h 3 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `1 epoch`, `8,000 epochs`. */
export function plural(count: number, word: string, words = `${word}s`): string {
  return `${formatCount(count)} ${count === 1 ? word : words}`;
}

/** `a`, `a and b`, `a, b and c`; of a long list the first few and how many more. */
export function enumerate(words: readonly string[], most = 8): string {
  const shown =
    words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  return (exponent < 0 ? '⁻' : '') + digits;
}
