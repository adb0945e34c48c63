import { dirname, join } from 'node:path';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import type { SourceText } from '../../document/source-text.ts';
import { didYouMean } from '../../document/suggest.ts';
import { studentId } from '../intake/student-id.ts';
import { parseCourseFile, type Course } from './course-file.ts';
import { readTable } from './read-table.ts';
import { isTime, TIME_EXPECTED } from './time.ts';

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
    course.times === undefined ? new Map<string, string>() : readTimes(await besides(course.times), known);
  return { course, roster, timeOf: (student, exercise) => times.get(`${student}/${exercise}`) };
}

function readRoster(source: SourceText): readonly Person[] {
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

function readTimes(source: SourceText, known: readonly string[]): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  for (const { line, values } of readTable(source, ['student', 'exercise', 'time'])) {
    const [exercise, time] = [values.exercise!, values.time!];
    const refuse = (more: Omit<Problem, 'file'>) =>
      new ProblemsError([{ file: `${source.file}, line ${line}`, ...more }]);
    if (!isTime(time)) throw refuse({ message: `"${time}" is no time`, expected: TIME_EXPECTED });
    if (!known.includes(exercise)) {
      const fix = didYouMean(exercise, known) ?? `The exercises are ${known.join(', ')}.`;
      throw refuse({ message: `there is no exercise "${exercise}"`, fix });
    }
    times.set(`${studentId(values.student!)}/${exercise}`, new Date(time).toISOString());
  }
  return times;
}
