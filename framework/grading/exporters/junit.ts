import { escapeHtml } from '../../page/html.ts';
import type { CheckResult } from '../result/result.ts';
import { checkLines, cellSentences } from './in-words.ts';
import { eachCell, type ExportedCell, type ExportedFile, type Exporter } from './exporter.ts';

/**
 * JUnit XML as vitest writes it, a file per student with a suite per exercise. A wrong answer is a `failure`; a timeout or a crash is an
 * `error`. What a student may not see of hidden checks is not in it.
 */
export const junitExporter: Exporter = {
  format: 'junit',
  summary: 'JUnit XML for CI servers, a file per student',
  async *export(input): AsyncGenerator<ExportedFile, void> {
    let suites: Suite[] = [];
    for await (const exported of eachCell(input)) {
      suites.push(suiteOf(exported));
      if (suites.length < input.gradebook.exercises.length) continue;
      yield { path: `${exported.row.student}.xml`, content: document(exported.row.student, suites) };
      suites = [];
    }
  },
};

/** A suite, with the counts that the one around it sums up. */
interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  /** Seconds. */
  readonly time: number;
  readonly text: string;
}

function suiteOf({ cell, exercise, result }: ExportedCell): Suite {
  const checks = result?.checks ?? [];
  const count = (kind: Outcome) => checks.filter((check) => outcomeOf(check) === kind).length;
  const counts = {
    tests: checks.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: (result?.run.milliseconds ?? 0) / 1000,
  };
  const properties = {
    points: cell.points,
    maximumPoints: exercise.maximumPoints,
    automatic: cell.automatic,
    state: cell.state,
    daysLate: cell.lateDays,
    ...(result === undefined ? {} : { isolation: result.run.isolation }),
  };
  const said = cellSentences(cell, result);
  const attributes = {
    name: exercise.id,
    ...(result === undefined ? {} : { timestamp: result.run.started }),
    hostname: 'descent',
    ...counts,
  };
  const lines = [
    `    <testsuite${attributesText(attributes)}>`,
    ...propertyLines(properties, 8),
    ...checks.flatMap((check) => testCase(exercise.id, check)),
    ...(said.length === 0 ? [] : [`        <system-out>${xmlText(said.join('\n'))}</system-out>`]),
    '    </testsuite>',
  ];
  return { ...counts, text: lines.join('\n') };
}

function testCase(exercise: string, check: CheckResult): string[] {
  const kind = outcomeOf(check);
  const lines = checkLines(check);
  const message = lines[0] ?? check.state;
  const fault =
    kind === 'failure' || kind === 'error'
      ? [
          `            <${kind}${attributesText({ message, type: check.state })}>`,
          xmlText(lines.join('\n')),
          `            </${kind}>`,
        ]
      : [];
  return [
    `        <testcase${attributesText({ classname: exercise, name: check.title, time: check.milliseconds / 1000 })}>`,
    ...(kind === 'skipped' ? ['            <skipped/>'] : []),
    ...propertyLines(
      {
        points: check.points,
        maximumPoints: check.maximumPoints,
        state: check.state,
        visibility: check.visibility,
        task: check.task,
      },
      12,
    ),
    ...fault,
    '        </testcase>',
  ];
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

function outcomeOf({ state }: CheckResult): Outcome {
  if (state === 'pass') return 'passed';
  if (state === 'fail' || state === 'partial') return 'failure';
  return state === 'skipped' || state === 'not run' ? 'skipped' : 'error';
}

function document(student: string, suites: readonly Suite[]): string {
  const sum = (key: 'tests' | 'failures' | 'errors' | 'time') =>
    Number(suites.reduce((total, suite) => total + suite[key], 0).toFixed(3));
  const attributes = {
    name: student,
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    time: sum('time'),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<testsuites${attributesText(attributes)}>`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

function propertyLines(properties: Readonly<Record<string, string | number>>, indent: number): string[] {
  const margin = ' '.repeat(indent);
  return [
    `${margin}<properties>`,
    ...Object.entries(properties).map(
      ([name, value]) => `${margin}    <property${attributesText({ name, value })}></property>`,
    ),
    `${margin}</properties>`,
  ];
}

function attributesText(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${xmlText(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('');
}

/** What XML 1.0 cannot hold even escaped: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function xmlText(text: string): string {
  return escapeHtml(text.replace(IMPOSSIBLE, '\ufffd'));
}
