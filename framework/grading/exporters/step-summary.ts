import { scoreText } from '../card/layout.ts';
import { markOf } from '../card/state.ts';
import type { ExportedCell } from './exporter.ts';
import { cellSentences, checkLines } from './in-words.ts';

/**
 * A result as Markdown for the summary of a GitHub workflow: append it to the file that `GITHUB_STEP_SUMMARY` names. Text of a student
 * stands in it as text only: every character with a meaning in Markdown, HTML or a log's workflow commands is written as its number.
 */
export function stepSummary({ cell, exercise, result }: Omit<ExportedCell, 'row'>): string {
  const sentences = cellSentences(cell, result).map(plainText);
  const checks = result?.checks ?? [];
  const details = checks
    .map((check) => ({ check, lines: checkLines(check) }))
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ check, lines }) =>
        `<details><summary>${markOf(check)} ${plainText(check.title)}</summary><pre>${lines
          .map(plainText)
          .join('<br>')}</pre></details>`,
    );
  return [
    `### ${plainText(exercise.title)}: ${scoreText(cell.points, exercise.maximumPoints)} points`,
    '',
    ...sentences.flatMap((sentence) => [sentence, '']),
    '| | check | points |',
    '| --- | --- | ---: |',
    ...checks.map(
      (check) =>
        `| ${markOf(check)} | ${plainText(check.title)}${check.visibility === 'hidden' ? ' (hidden)' : ''} | ${scoreText(check.points, check.maximumPoints)} |`,
    ),
    '',
    ...details,
    '',
  ].join('\n');
}

/** Letters, digits, blanks and harmless punctuation as they are, all else as numbers. */
function plainText(text: string): string {
  return text
    .replaceAll(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank))
    .replace(/[^\p{L}\p{N} ,.?()/'"%·…–—=+-]/gu, (character) => `&#${character.codePointAt(0)!};`);
}
