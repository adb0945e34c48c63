import type { ChalkInstance } from 'chalk';
import { wrapLines } from '../../document/wrap-text.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import { failureLines, placeLines, printedLines, type CheckTextOptions } from './check-lines.ts';
import { barText, CARD_WIDTH, row, scoreText, sumOf } from './layout.ts';
import { isFailure, isUnwritten, markOf, paintOf, remarkOf } from './state.ts';

/** What a card is made of besides the result. */
export interface CardOptions {
  readonly manifest: ExerciseManifest;
  /** The sources that were graded. */
  readonly files: TextFiles;
  /** Colours, or none. */
  readonly style: ChalkInstance;
}

/** Where the details of a check begin. */
const INDENT = ' '.repeat(6);

/** Said where some failures are a line only. */
const MORE_FAILURES = 'Only the first ✗ is explained: mend it, and the next one has its turn.';

/**
 * The verdict of an exercise for whoever wrote the answer, at most 80 characters wide: tasks with their checks and
 * points, the first failure in full, every other check in a line. What is still to be written is no failure, only said.
 * @returns lines, the last one ended
 */
export function cardText(result: ExerciseResult, { manifest, files, style }: CardOptions): string {
  const folder = `exercises/${manifest.id}`;
  const options = { files, folder, width: CARD_WIDTH - INDENT.length, style };
  const unloaded = result.checks.find(({ cause }) => cause === 'not loaded');
  const body =
    unloaded === undefined
      ? taskLines(result.checks, manifest, options)
      : unloadedLines(unloaded, manifest, options);
  return [...headLines(result, manifest, style), '', ...body, ''].join('\n');
}

/** Title, points and a bar. In a kit for students some points come later, from checks that they do not have. */
function headLines(
  { points, maximumPoints }: ExerciseResult,
  { id, title, tasks }: ExerciseManifest,
  style: ChalkInstance,
): string[] {
  const later = sumOf([...tasks.map((task) => task.points), -maximumPoints]);
  const right = `${scoreText(points, maximumPoints)} points${later > 0 ? `, ${later} graded later` : ''}`;
  return [
    ...row({ prefix: `${id.slice(0, 2)}  `, text: title, right }, style.bold),
    barText(points / maximumPoints, CARD_WIDTH, style),
  ];
}

function taskLines(
  checks: readonly CheckResult[],
  manifest: ExerciseManifest,
  options: CheckTextOptions,
): string[] {
  const { style } = options;
  const failures = checks.filter(isFailure);
  const [shown] = failures;
  const more = failures.length > 1 ? ['', style.dim(`    ${MORE_FAILURES}`)] : [];
  const lines = manifest.tasks.flatMap((task, index) => {
    const own = checks.filter((check) => check.task === index + 1);
    const head = { prefix: `${String(index + 1).padStart(2)}  `, text: task.title };
    if (isUnwritten(own)) {
      return row({ ...head, right: `still to be written   ${scoreText(0, task.points)}` }, style.dim);
    }
    const given = sumOf(own.map(({ points }) => points));
    const later = sumOf([task.points, ...own.map(({ maximumPoints }) => -maximumPoints)]);
    const hidden = { prefix: '    · ', text: 'hidden checks', right: `graded later   ${later}` };
    return [
      ...row({ ...head, right: scoreText(given, task.points) }, style.bold),
      ...own.flatMap((check) => checkLines(check, check === shown, options)),
      ...(later > 0 ? row(hidden, style.dim) : []),
    ];
  });
  return [...lines, ...more];
}

function checkLines(check: CheckResult, isShown: boolean, options: CheckTextOptions): string[] {
  const head = row(
    {
      prefix: `    ${markOf(check)} `,
      text: `${check.title}${remarkOf(check)}`,
      right: scoreText(check.points, check.maximumPoints),
    },
    paintOf(check, options.style),
  );
  if (!isShown) return [...head, ...indent(printedLines(check, options, true))];
  return [...head, ...indent(failureLines(check, options)), ''];
}

/** Nothing could be loaded: that is said once, not once for each check. */
function unloadedLines(check: CheckResult, { files }: ExerciseManifest, options: CheckTextOptions): string[] {
  const name = files.length === 1 ? files[0]! : 'your files';
  return [
    options.style.red(`    ✗ ${name} could not be loaded, so nothing was checked.`),
    ...indent([
      '',
      ...wrapLines(check.message ?? '', options.width),
      ...placeLines(check, options),
      ...printedLines(check, options),
    ]),
  ];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `${INDENT}${line}`));
}
