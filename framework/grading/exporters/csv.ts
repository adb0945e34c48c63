import type { CheckResult } from '../result/result.ts';
import { eachCell, type ExportedFile, type Exporter, type ExportInput } from './exporter.ts';
import { writeTable, type TableCell } from './spreadsheet.ts';

/** One row per student; for each exercise its points, how they came about, and the points of every check. */
export const csvExporter: Exporter = {
  format: 'csv',
  summary: 'a table for spreadsheets: a row per student, a column per exercise and check',
  async *export(input): AsyncGenerator<ExportedFile, void> {
    const table = await collect(input);
    const { exercises } = input.gradebook;
    const header = [
      ...['student', 'name', 'email', 'section', 'points'],
      ...exercises.flatMap(({ id }) => [
        id,
        ...['state', 'automatic', 'days late', 'decided'].map((what) => `${id}: ${what}`),
        ...[...table.checks.get(id)!].map((check) => `${id}/${check}`),
      ]),
    ];
    const rows = input.gradebook.rows.map(
      ({ student, name = '', email = '', section = '', points, cells }) => [
        ...[student, name, email, section, points],
        ...cells.flatMap((cell): TableCell[] => {
          const own = table.points.get(`${student}/${cell.exercise}`);
          return [
            cell.points,
            cell.state,
            cell.automatic,
            cell.lateDays,
            cell.override?.reason ?? '',
            ...[...table.checks.get(cell.exercise)!].map((check) => own?.get(check) ?? ''),
          ];
        }),
      ],
    );
    yield { path: 'gradebook.csv', content: writeTable([header, ...rows], { mark: true }) };
  },
};

/** Points of checks; the rest of each result is forgotten. */
interface CheckTable {
  /** Ids of checks by exercise, in their order. */
  readonly checks: ReadonlyMap<string, ReadonlySet<string>>;
  /** By student and exercise, then check. */
  readonly points: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

async function collect(input: ExportInput): Promise<CheckTable> {
  const checks = new Map(input.gradebook.exercises.map(({ id }) => [id, new Set<string>()]));
  const points = new Map<string, Map<string, number>>();
  for await (const { row, exercise, result } of eachCell(input)) {
    if (result === undefined) continue;
    const graded = result.checks.filter(({ state }: CheckResult) => state !== 'not run');
    for (const { id } of result.checks) checks.get(exercise.id)!.add(id);
    points.set(`${row.student}/${exercise.id}`, new Map(graded.map((check) => [check.id, check.points])));
  }
  return { checks, points };
}
