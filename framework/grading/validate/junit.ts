import { formatProblems } from '../../document/format-problems.ts';
import { html } from '../../page/html.ts';
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
      html` <testsuite
        name="${exercise}"
        tests="${proofs.length}"
        failures="${failures}"
        time="${time}"
      ></testsuite>`.text,
      ...proofs.map((proof) => testCase(exercise, proof)),
      '  </testsuite>',
    ].join('\n');
  });
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''];
  return text.join('\n').replaceAll(IMPOSSIBLE, '�');
}

function testCase(exercise: string, { claim, problems, notes, milliseconds }: ProofResult): string {
  const head = html`    <testcase classname="${exercise}" name="${claim}" time="${milliseconds / 1000}"`.text;
  const lines = [`${head}>`];
  if (problems.length > 0) {
    const message = problems.map((problem) => problem.message).join('; ');
    lines.push(html` <failure message="${message}">${formatProblems(problems)}</failure>`.text);
  }
  if (notes.length > 0) lines.push(html` <system-out>${notes.join('\n')}</system-out>`.text);
  if (lines.length === 1) return `${head}/>`;
  return [...lines, '    </testcase>'].join('\n');
}
