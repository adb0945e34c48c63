import type { Place } from './problem.ts';

/** A text that a user wrote, with the name by which messages call it. Offsets count UTF-16 units from 0. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** The stretch from `start` up to `end` as a place; what runs over the end of the line is cut off there. */
export function placeAt(source: SourceText, start: number, end: number): Place {
  const from = Math.min(Math.max(start, 0), source.text.length);
  const lineStart = source.text.lastIndexOf('\n', from - 1) + 1;
  const nextBreak = source.text.indexOf('\n', from);
  const sourceLine = source.text.slice(lineStart, nextBreak < 0 ? undefined : nextBreak).replace(/\r$/, '');
  const column = Math.min(from - lineStart, sourceLine.length);
  return {
    file: source.file,
    line: lineNumber(source.text, lineStart),
    column: column + 1,
    length: Math.max(1, Math.min(end - from, sourceLine.length - column)),
    sourceLine,
  };
}

function lineNumber(text: string, lineStart: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
