import type { ChalkInstance } from 'chalk';
import { wrapLines } from '../../document/wrap-text.ts';

/** Cards fit into the narrowest usual terminal. */
export const CARD_WIDTH = 80;

/**
 * A line with something at its right end; a long text goes on below its beginning.
 * @param prefix what stands before the text, such as a mark
 * @param paint colours all of it
 */
export function row(
  { prefix, text, right }: { readonly prefix: string; readonly text: string; readonly right: string },
  paint: (line: string) => string = (line) => line,
): string[] {
  const room = CARD_WIDTH - prefix.length - right.length - 2;
  return wrapLines(text, room).map((line, index) => {
    if (index > 0) return paint(`${' '.repeat(prefix.length)}${line}`);
    return paint(`${prefix}${line.padEnd(room + 2)}${right}`);
  });
}

/** A bar: full blocks for what is reached. @param share from 0 to 1 */
export function barText(share: number, width: number, style: ChalkInstance): string {
  const exact = Math.max(0, Math.min(1, share)) * width;
  // Whoever has begun sees it, and only who has all sees a full bar.
  const full = share >= 1 ? width : share > 0 ? Math.max(1, Math.min(width - 1, Math.round(exact))) : 0;
  return style.green('█'.repeat(full)) + style.dim('░'.repeat(width - full));
}

/** `5 of 23`. Halves and tenths stay short. */
export function scoreText(points: number, maximum: number): string {
  return `${shortened(points)} of ${shortened(maximum)}`;
}

/** A sum of points, without the last bits of 0.1 + 0.2. */
export function sumOf(points: readonly number[]): number {
  return shortened(points.reduce((total, each) => total + each, 0));
}

function shortened(points: number): number {
  return Number(points.toFixed(6));
}
