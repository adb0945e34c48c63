import { Chalk } from 'chalk';
import { failureLines } from '../card/check-lines.ts';
import { scoreText } from '../card/layout.ts';
import { isFailure, markOf, remarkOf } from '../card/state.ts';
import type { GradebookCell } from '../class/gradebook.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import { shownCheck } from '../result/without-secrets.ts';

/** Widest line of feedback as text. */
const WIDTH = 88;
const plain = new Chalk({ level: 0 });

/** Sentences on what counts besides the checks: lateness, an older version, a decision, or why nothing was graded. For the student. */
export function cellSentences(cell: GradebookCell, result: ExerciseResult | undefined): readonly string[] {
  const { state, lateDays, lateFactor, madeWith, override } = cell;
  const sentences: string[] = [];
  if (state === 'missing') sentences.push('Nothing was handed in.');
  else if (state === 'not started') sentences.push('What was handed in is the starter, unchanged.');
  else if (state === 'refused') sentences.push(result?.reason ?? 'What was handed in could not be read.');
  else if (state === 'needs attention') {
    sentences.push('A fault of ours kept some checks from being judged; this is no final grade.');
  }
  if (lateDays > 0) {
    const days = lateDays === 1 ? '1 day' : `${lateDays} days`;
    const left = lateFactor === 0 ? 'no points count' : `${percent(lateFactor)} of the points count`;
    sentences.push(`Handed in late (${days} begun)${lateFactor === 1 ? '.' : `: ${left}.`}`);
  }
  if (madeWith !== undefined) sentences.push(`It was made with ${madeWith}.`);
  if (override !== undefined) {
    sentences.push(`These points were decided by a person: ${endSentence(override.reason)}`);
  }
  return sentences;
}

/** Why a check did not get all its points, as the student may know it; lines, none for a check that passed. */
export function checkLines(check: CheckResult): readonly string[] {
  const shown = shownCheck(check);
  if (shown.state === 'pass' || shown.state === 'not run') return [];
  if (shown.state === 'grader error') return ['This check broke. That is our fault, not yours.'];
  const place = shown.place === undefined ? [] : [`  at        ${placeText(shown.place)}`];
  if (shown.cause === 'not loaded') return [...(shown.message ?? '').split('\n'), ...place];
  if (!isFailure(shown)) return [remarkOf(shown).replace(/^: /, '')];
  const lines = failureLines(shown, { files: {}, folder: '', width: WIDTH, style: plain });
  return [...lines, ...place].filter((line) => line !== '');
}

/** Where in a submission something happened, as editors open it. */
export function placeText({ file, line, column }: NonNullable<CheckResult['place']>): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}`;
}

/** The whole feedback on an exercise as text. */
export function feedbackText(cell: GradebookCell, result: ExerciseResult | undefined): string {
  const lines = [...cellSentences(cell, result)];
  if (result === undefined || result.checks.every(({ state }) => state === 'not run'))
    return lines.join('\n');
  for (const check of result.checks) {
    const hidden = check.visibility === 'hidden' ? ' (hidden)' : '';
    lines.push(`${markOf(check)} ${check.title}${hidden}: ${scoreText(check.points, check.maximumPoints)}`);
    if (check.state !== 'pass') lines.push(...checkLines(check).map((line) => `    ${line}`.trimEnd()));
  }
  return lines.join('\n');
}

/** A share in per cent, at most one decimal. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
