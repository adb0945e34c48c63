import { dirname, join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import { studentId } from '../intake/student-id.ts';
import { parseCourseFile, type Course } from './course-file.ts';
import { readTable } from './read-table.ts';

/** Somebody in the roster. What exports of other systems need is there when its columns are. */
export interface Person {
  readonly student: string;
  readonly name?: string;
  readonly email?: string;
  readonly username?: string;
  readonly idNumber?: string;
  readonly canvasId?: string;
  readonly section?: string;
}

/** A course with the files beside it. */
export interface OpenCourse {
  readonly course: Course;
  readonly roster: readonly Person[];
  /** When a student handed an exercise in, where the course says so: ISO 8601. */
  timeOf(student: string, exercise: string): string | undefined;
}

/**
 * Opens `course.yaml` with its roster and times.
 * @param known the exercises that exist
 * @throws ProblemsError with all that is wrong, located
 */
export async function openCourse(path: string, known: readonly string[]): Promise<OpenCourse> {
  const course = parseCourseFile(await readText(path), known);
  const besides = (name: string) => readText(join(dirname(path), name), name);
  const roster = course.roster === undefined ? [] : readRoster(await besides(course.roster));
  const times =
    course.times === undefined ? new Map<string, string>() : readTimes(await besides(course.times));
  return { course, roster, timeOf: (student, exercise) => times.get(`${student}/${exercise}`) };
}

function readRoster(source: Awaited<ReturnType<typeof readText>>): readonly Person[] {
  const seen = new Map<string, number>();
  return readTable(source, ['student']).map(({ line, values }) => {
    const { student: raw = '', ...rest } = values;
    const student = studentId(raw);
    const before = seen.get(student);
    if (raw === '' || before !== undefined) {
      const message =
        raw === '' ? 'a student without a name' : `"${student}" stands in line ${before!} already`;
      throw new ProblemsError([{ file: `${source.file}, line ${line}`, message }]);
    }
    seen.set(student, line);
    const known = ['name', 'email', 'username', 'idNumber', 'canvasId', 'section'];
    return {
      student,
      ...Object.fromEntries(
        Object.entries(rest).filter(([key, value]) => known.includes(key) && value !== ''),
      ),
    };
  });
}

function readTimes(source: Awaited<ReturnType<typeof readText>>): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  for (const { line, values } of readTable(source, ['student', 'exercise', 'time'])) {
    const time = new Date(values.time!);
    if (values.time === '' || Number.isNaN(time.getTime())) {
      throw new ProblemsError([
        {
          file: `${source.file}, line ${line}`,
          message: `"${values.time!}" is no time`,
          expected: 'a time with its zone, as 2026-12-01T18:00:00+01:00',
        },
      ]);
    }
    times.set(`${studentId(values.student!)}/${values.exercise!}`, time.toISOString());
  }
  return times;
}
