import type { Course } from './course-file.ts';

/** How late something was handed in, and what that costs. */
export interface Lateness {
  /** The due date that holds for this student; absent where there is none. */
  readonly due?: Date;
  /** Whole days that had begun after the due date and the grace; 0 in time. */
  readonly days: number;
  /** The part of the points that is left, from 0 to 1. */
  readonly factor: number;
  /** Whether it came after the course closed the exercise. */
  readonly isClosed: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Compares when something was handed in with when it was due. Without a time, or a due date, it is in time.
 * @param time when it was handed in, which no later grading changes
 */
export function latenessOf(
  course: Course,
  {
    student,
    exercise,
    time,
  }: { readonly student: string; readonly exercise: string; readonly time: Date | undefined },
): Lateness {
  const due = dueDate(course, student, exercise);
  if (due === undefined || time === undefined) {
    return { ...(due === undefined ? {} : { due }), days: 0, factor: 1, isClosed: false };
  }
  const { graceMinutes, perDay, most, closedAfterDays = Infinity } = course.late;
  const late = time.getTime() - due.getTime() - graceMinutes * MINUTE;
  if (late <= 0) return { due, days: 0, factor: 1, isClosed: false };
  const days = Math.ceil(late / DAY);
  const isClosed = late > closedAfterDays * DAY;
  return { due, days, factor: isClosed ? 0 : 1 - Math.min(most, perDay * days), isClosed };
}

/** The latest due date that holds for a student: an extension never shortens. */
function dueDate(course: Course, student: string, exercise: string): Date | undefined {
  const general = course.exercises.find(({ id }) => id === exercise)?.due;
  if (general === undefined) return undefined;
  const own = course.extensions
    .filter((extension) => extension.student === student && (extension.exercise ?? exercise) === exercise)
    .map(({ due }) => new Date(due).getTime());
  return new Date(Math.max(new Date(general).getTime(), ...own));
}
