import { formatProblems } from '../../document/format-problems.ts';
import { escapeHtml } from '../../page/html.ts';
import type { ProofResult } from './prove-exercise.ts';

/** An exercise with its proofs, as a suite of tests. */
export interface ProvenExercise {
  readonly exercise: string;
  readonly proofs: readonly ProofResult[];
}

/** What XML cannot hold even escaped: control characters but tab and line end. */
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const IMPOSSIBLE = /[\u0000-\u0008\u000b-\u001f]/g;

/** Proofs as JUnit XML: a suite for each exercise, a test for each claim. Times are in seconds. */
export function exercisesJunit(exercises: readonly ProvenExercise[]): string {
  const suites = exercises.map(({ exercise, proofs }) => {
    const failures = proofs.filter(({ problems }) => problems.length > 0).length;
    const time = proofs.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
    return [
      `  <testsuite name="${escapeHtml(exercise)}" tests="${proofs.length}" failures="${failures}" time="${time}">`,
      ...proofs.map((proof) => testCase(exercise, proof)),
      '  </testsuite>',
    ].join('\n');
  });
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''];
  return text.join('\n').replaceAll(IMPOSSIBLE, '�');
}

function testCase(exercise: string, { claim, problems, notes, milliseconds }: ProofResult): string {
  const named = `classname="${escapeHtml(exercise)}" name="${escapeHtml(claim)}"`;
  const head = `    <testcase ${named} time="${milliseconds / 1000}"`;
  const lines = [`${head}>`];
  if (problems.length > 0) {
    const message = escapeHtml(problems.map((problem) => problem.message).join('; '));
    lines.push(`      <failure message="${message}">${escapeHtml(formatProblems(problems))}</failure>`);
  }
  if (notes.length > 0) lines.push(`      <system-out>${escapeHtml(notes.join('\n'))}</system-out>`);
  if (lines.length === 1) return `${head}/>`;
  return [...lines, '    </testcase>'].join('\n');
}
