import type { ExerciseResult } from '../result/result.ts';
import { checkLines, cellSentences } from './in-words.ts';
import { eachCell, type ExportedCell, type ExportedFile, type Exporter } from './exporter.ts';

/**
 * The `results.json` of a Gradescope autograder.
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export interface GradescopeResults {
  /** What counts; it wins over the sum of the tests. */
  readonly score: number;
  /** Seconds. */
  readonly execution_time: number;
  readonly output: string;
  readonly output_format: 'text';
  readonly visibility: 'visible';
  readonly stdout_visibility: 'hidden';
  readonly tests: readonly GradescopeTest[];
}

/** A test of Gradescope: one of our checks. */
export interface GradescopeTest {
  readonly name: string;
  readonly number: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: 'passed' | 'failed';
  readonly output: string;
  readonly output_format: 'text';
  readonly visibility: 'visible' | 'after_published';
}

/** A `results.json` for every student and exercise, also where nothing was handed in or could be graded. */
export const gradescopeExporter: Exporter = {
  format: 'gradescope',
  summary: 'results.json of Gradescope, for each student and exercise',
  async *export(input): AsyncGenerator<ExportedFile, void> {
    for await (const exported of eachCell(input)) {
      yield {
        path: `${exported.row.student}/${exported.exercise.id}/results.json`,
        content: `${JSON.stringify(gradescopeResults(exported), undefined, 2)}\n`,
      };
    }
  },
};

/** What Gradescope is told of one exercise of one student. Points are those of the course. */
export function gradescopeResults({ cell, exercise, result }: Omit<ExportedCell, 'row'>): GradescopeResults {
  const scale = result === undefined ? 1 : exercise.maximumPoints / result.maximumPoints;
  return {
    score: cell.points,
    execution_time: (result?.run.milliseconds ?? 0) / 1000,
    output: cellSentences(cell, result).join('\n'),
    output_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: testsOf(result?.checks ?? [], scale),
  };
}

function testsOf(checks: ExerciseResult['checks'], scale: number): GradescopeTest[] {
  const counts = new Map<number, number>();
  return checks.map((check) => {
    const number = (counts.get(check.task) ?? 0) + 1;
    counts.set(check.task, number);
    return {
      name: check.title,
      number: `${check.task}.${number}`,
      score: hundredths(check.points * scale),
      max_score: hundredths(check.maximumPoints * scale),
      status: check.state === 'pass' ? 'passed' : 'failed',
      output: checkLines(check).join('\n'),
      output_format: 'text',
      visibility: check.visibility === 'hidden' ? 'after_published' : 'visible',
    };
  });
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
