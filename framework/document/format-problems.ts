import type { ChalkInstance } from 'chalk';
import type { Place, Problem } from './problem.ts';

/** Lines longer than this are cut around the caret. */
const MAXIMUM_WIDTH = 100;

/**
 * Problems as text, sorted by position, each with its line and a caret:
 *
 *     experiment.yaml:12:23  unknown option "unit" for layer dense. Did you mean "units"?
 *
 *       12 |     - { type: dense, unit: 16 }
 *          |                      ^^^^
 *
 * @param colour colours it; absent for files, pipes and `NO_COLOR`
 * @returns lines without a line break at the end
 */
export function formatProblems(problems: readonly Problem[], colour?: ChalkInstance): string {
  const blocks = sortProblems(problems).map((problem) => formatProblem(problem, colour));
  return [...new Set(blocks)].join('\n\n');
}

/** By file in the order in which they occur, then line, then column. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const files = problems.map((problem) => problem.file);
  return problems.toSorted(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) ||
      (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
      (one.place?.column ?? 0) - (other.place?.column ?? 0),
  );
}

function formatProblem(problem: Problem, colour: ChalkInstance | undefined): string {
  const { place, message, expected, received, fix } = problem;
  const paint = (style: 'bold' | 'dim' | 'red' | 'cyan', text: string) =>
    colour ? colour[style](text) : text;
  const where = place ? `${place.file}:${place.line}:${place.column}` : problem.file;
  // A question is read together with the message; an instruction stands on its own line.
  const isQuestion = fix?.endsWith('?') ?? false;
  const lines = [`${paint('bold', where)}  ${message}${isQuestion ? `. ${fix!}` : ''}`];
  if (place) lines.push('', ...sourceFrame(place, paint), '');
  if (expected !== undefined) lines.push(`  ${paint('dim', 'expected')}  ${expected}`);
  if (received !== undefined) lines.push(`  ${paint('dim', 'received')}  ${received}`);
  if (fix !== undefined && !isQuestion) lines.push(`  ${paint('cyan', 'fix')}       ${fix}`);
  return lines.join('\n').trimEnd();
}

/**
 * The line of a place, and a caret below it. Lines that are too long are cut around the caret.
 * @param paint colours a part, or leaves it
 */
export function sourceFrame(place: Place, paint: (style: 'dim' | 'red', text: string) => string): string[] {
  const number = String(place.line);
  const start = place.column - 1;
  const cutLeft = start > MAXIMUM_WIDTH - 20 ? start - 40 : 0;
  const shown = visible(place.sourceLine.slice(cutLeft, cutLeft + MAXIMUM_WIDTH));
  const left = cutLeft > 0 ? '…' : '';
  const right = place.sourceLine.length > cutLeft + MAXIMUM_WIDTH ? '…' : '';
  const carets = Math.max(1, Math.min(place.length, cutLeft + MAXIMUM_WIDTH - start));
  const margin = ' '.repeat(number.length);
  return [
    `  ${paint('dim', `${number} |`)} ${left}${shown}${right}`.trimEnd(),
    `  ${paint('dim', `${margin} |`)} ${' '.repeat(left.length + start - cutLeft)}${paint('red', '^'.repeat(carets))}`,
  ];
}

/** Tabs and control characters would shift the caret or act on the terminal. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replaceAll('\t', '→').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '�');
}
