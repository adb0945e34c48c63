import type { ChalkInstance } from 'chalk';
import { sourceFrame } from '../../document/format-problems.ts';
import { placeAt } from '../../document/source-text.ts';
import { wrapLines } from '../../document/wrap-text.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { CheckResult } from '../result/result.ts';

/** Where and how the text of a check is written. */
export interface CheckTextOptions {
  /** The sources that were graded, for the student's own line. */
  readonly files: TextFiles;
  /** Where they lie, as the reader may open them: `exercises/02-line-gd`. */
  readonly folder: string;
  /** Widest line. */
  readonly width: number;
  /** Colours, or none. */
  readonly style: ChalkInstance;
}

/** What there is to tell of a check, or of a picture, that did not come about. */
export type ToldFailure = Pick<
  CheckResult,
  'state' | 'cause' | 'message' | 'expected' | 'received' | 'facts' | 'call' | 'place' | 'printed' | 'hint'
>;

const LABEL = 10;
/** Printed lines below the check that is shown in full, and below every other. */
const MOST_LINES = 12;
const FEW_LINES = 3;

/**
 * Why a check did not get all its points, in full: the message, what was expected and what came, facts, the call, the
 * student's own line with a caret, what the submission printed, and the hint.
 */
export function failureLines(check: ToldFailure, options: CheckTextOptions): string[] {
  const { style, width } = options;
  const { call, hint, state, message = '' } = check;
  if (state === 'grader error') {
    const said = `It broke: ${message.split('\n', 1)[0]!}`;
    return [
      ...wrapLines(said, width),
      ...wrapLines('It costs you nothing. Please tell whoever gave you this exercise.', width),
    ];
  }
  const rows = (label: string, text: string): string[] =>
    wrapLines(text, width - LABEL - 2).map(
      (line, index) => `  ${style.dim((index === 0 ? label : '').padEnd(LABEL))}${line}`,
    );
  return [
    ...headLines(check, rows, width),
    ...(check.facts ?? []).flatMap((fact) => rows('', fact)),
    ...(call === undefined ? [] : rows('call', call)),
    ...placeLines(check, options),
    ...printedLines(check, options),
    ...(hint === undefined || check.cause !== undefined ? [] : rows('hint', hint)),
  ];
}

/** The message. Where it only repeats what was expected and what came, these stand below each other instead. */
function headLines(
  { message = '', expected, received }: ToldFailure,
  rows: (label: string, text: string) => string[],
  width: number,
): string[] {
  if (expected === undefined || received === undefined) {
    return [...messageLines(message, width), ...(expected === undefined ? [] : rows('expected', expected))];
  }
  const subject = subjectOf({ message, expected, received });
  return [...wrapLines(subject, width), ...rows('expected', expected), ...rows('got', received)];
}

/** What a message is about: without its end where that only repeats what was expected and what came. */
export function subjectOf({
  message = '',
  expected,
  received,
}: {
  readonly message: string | undefined;
  readonly expected: string | undefined;
  readonly received: string | undefined;
}): string {
  if (expected === undefined || received === undefined) return message;
  const at = message.indexOf(` is ${received}, where ${expected} is expected`);
  return at < 0 ? message : message.slice(0, at);
}

/** Sentences are broken between words; what is indented, as the lines of a file with a caret below, stays as it is. */
function messageLines(message: string, width: number): string[] {
  const lines = message.split('\n');
  const wrapped = lines.flatMap((line) => (/^(\s|$)/.test(line) ? [line] : wrapLines(line, width)));
  return lines.length > 1 ? [...wrapped, ''] : wrapped;
}

/** The student's own line, under its name as editors open it. */
export function placeLines(
  { place, message = '' }: Pick<ToldFailure, 'place' | 'message'>,
  { files, folder, style }: CheckTextOptions,
): string[] {
  const text = place === undefined ? undefined : files[place.file];
  // Problems of an experiment file show their lines themselves.
  if (place === undefined || text === undefined || message.includes('\n')) return [];
  const lines = text.split('\n');
  const line = lines[place.line - 1];
  if (line === undefined) return [];
  const column = Math.min(place.column ?? line.length - line.trimStart().length + 1, line.length + 1);
  const start = lines.slice(0, place.line - 1).reduce((sum, each) => sum + each.length + 1, column - 1);
  const word = /^[\w$]+/.exec(line.slice(column - 1))?.[0].length ?? 1;
  const found = placeAt({ file: place.file, text }, start, start + word);
  return [
    '',
    `  ${style.dim(`${folder}/${place.file}:${place.line}:${column}`)}`,
    ...sourceFrame(found, (colour, part) => style[colour](part)),
    '',
  ];
}

/** What the submission printed while the check ran. @param isShort a few lines of it only */
export function printedLines(
  { printed }: Pick<ToldFailure, 'printed'>,
  { width, style }: CheckTextOptions,
  isShort = false,
): string[] {
  if (printed === undefined) return [];
  const lines = printed.trimEnd().split('\n');
  const shown = lines
    .slice(0, isShort ? FEW_LINES : MOST_LINES)
    .map((line) => shorten(line.trimEnd(), width - 4));
  const more = lines.length - shown.length;
  return [
    `  ${style.dim('your console.log')}`,
    ...shown.map((line) => `  ${style.dim('│')} ${line}`),
    ...(more > 0 ? [`  ${style.dim(`│ … ${more} more ${more === 1 ? 'line' : 'lines'}`)}`] : []),
  ];
}

function shorten(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
