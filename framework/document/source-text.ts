import type { Place } from './problem.ts';

/** A text that a user wrote, with the name by which messages call it. Offsets count UTF-16 units from 0. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** The stretch from `start` up to `end` as a place; what runs over the end of the line is cut off there. */
export function placeAt(source: SourceText, start: number, end: number): Place {
  const from = Math.min(Math.max(start, 0), source.text.length);
  const starts = lineStarts(source);
  const line = lineAt(starts, from);
  const lineStart = starts[line - 1]!;
  const nextBreak = source.text.indexOf('\n', from);
  const sourceLine = source.text.slice(lineStart, nextBreak < 0 ? undefined : nextBreak).replace(/\r$/, '');
  const column = Math.min(from - lineStart, sourceLine.length);
  return {
    file: source.file,
    line,
    column: column + 1,
    length: Math.max(1, Math.min(end - from, sourceLine.length - column)),
    sourceLine,
  };
}

/** Of a text every key and value has its place: counting the lines each time would take the square of its length. */
const known = new WeakMap<SourceText, readonly number[]>();

function lineStarts(source: SourceText): readonly number[] {
  let starts = known.get(source);
  if (starts === undefined) {
    starts = [0, ...Array.from(source.text.matchAll(/\n/g), ({ index }) => index + 1)];
    known.set(source, starts);
  }
  return starts;
}

/** The number, from 1, of the last line that begins at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
