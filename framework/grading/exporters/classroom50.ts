import { ProblemsError } from '../../document/problem.ts';
import { eachCell, type Classroom, type ExportedCell, type ExportedFile, type Exporter } from './exporter.ts';
import { stepSummary } from './step-summary.ts';

/**
 * `result.json` of Classroom 50, version `classroom50/result/v1`. Names with hyphens are theirs; unknown ones are refused.
 * @see https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json
 */
export interface ClassroomResult {
  readonly schema: 'classroom50/result/v1';
  readonly classroom: string;
  readonly assignment: string;
  readonly assignment_type: 'individual';
  /** The login of the student on GitHub. */
  readonly owner: string;
  /** The tag `submit/…` that was graded. */
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  /** When it was handed in, to the second, UTC. */
  readonly datetime: string;
  /** When it was graded. */
  readonly graded_at: string;
  readonly score: number;
  readonly 'max-score': number;
  readonly tests: readonly {
    readonly 'test-name': string;
    readonly passed: boolean;
    readonly score: number;
    readonly 'max-score': number;
  }[];
}

/** A `result.json` and a step summary for every submission. */
export const classroom50Exporter: Exporter = {
  format: 'classroom50',
  summary: 'result.json of Classroom 50 and a step summary of GitHub, for each student and exercise',
  async *export(input): AsyncGenerator<ExportedFile, void> {
    const { classroom } = input.options;
    if (classroom === undefined) {
      throw new ProblemsError([
        {
          file: 'command line',
          message: 'Classroom 50 wants to know which classroom it is',
          fix: 'Name it with --classroom; inside a workflow the variable CLASSROOM does.',
        },
      ]);
    }
    for await (const exported of eachCell(input)) {
      const { row, exercise, result } = exported;
      if (result === undefined) continue;
      const folder = `${row.student}/${exercise.id}`;
      yield {
        path: `${folder}/result.json`,
        content: `${JSON.stringify(classroomResult(exported, classroom), undefined, 2)}\n`,
      };
      yield { path: `${folder}/summary.md`, content: stepSummary(exported) };
    }
  },
};

/** What Classroom 50 is told of one submission. Its scores are whole: all points are multiplied by one factor. */
export function classroomResult(exported: ExportedCell, classroom: Classroom): ClassroomResult {
  const { row, cell, exercise } = exported;
  const result = exported.result!;
  const { maximumPoints, checks } = result;
  if (cell.points > exercise.maximumPoints) {
    throw new ProblemsError([
      {
        file: 'classroom50',
        message: `${row.student} has ${cell.points} points for ${exercise.id}, which Classroom 50 refuses`,
        expected: `at most ${exercise.maximumPoints} points`,
        fix: 'Change overrides.yaml, or the points of the exercise in course.yaml, and grade again.',
      },
    ]);
  }
  // From what was measured, not from the gradebook's hundredths, which need large factors.
  const score =
    cell.override === undefined
      ? result.points * cell.lateFactor
      : (cell.override.points / exercise.maximumPoints) * maximumPoints;
  const factor = wholeFactor([
    score,
    maximumPoints,
    ...checks.flatMap((check) => [check.points, check.maximumPoints]),
  ]);
  const whole = (points: number) => Math.round(points * factor);
  const datetime = toSecond(cell.time ?? result.run.started);
  const tag =
    classroom.submission ?? `submit/${datetime.replaceAll(':', '-')}-${result.submission.files.slice(0, 7)}`;
  const commit = classroom.commit ?? tag;
  return {
    schema: 'classroom50/result/v1',
    classroom: classroom.name,
    assignment: exercise.id,
    assignment_type: 'individual',
    owner: row.username ?? row.student,
    submission: tag,
    // Outside a workflow there are no pages to link to; Classroom 50 itself then repeats the tag.
    commit,
    release: classroom.release ?? tag,
    review: classroom.review ?? commit,
    datetime,
    graded_at: toSecond(result.run.started),
    score: whole(score),
    'max-score': whole(maximumPoints),
    tests: checks.map((check) => ({
      'test-name': check.title,
      passed: check.state === 'pass',
      score: whole(check.points),
      'max-score': whole(check.maximumPoints),
    })),
  };
}

/** Factors that turn halves, quarters, fifths, tenths … into whole numbers; the last one for whatever no other does. */
const FACTORS = [
  1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 150, 200, 300, 500, 600, 1000, 3000,
];

/** The smallest factor by which all points are whole. */
export function wholeFactor(points: readonly number[]): number {
  const isWhole = (factor: number) =>
    points.every((each) => Math.abs(each * factor - Math.round(each * factor)) < 1e-6);
  return FACTORS.find(isWhole) ?? FACTORS.at(-1)!;
}

/** `2026-11-20T17:00:00Z` */
function toSecond(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
