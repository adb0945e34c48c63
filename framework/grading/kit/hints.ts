import type { ExerciseManifest } from './exercise-file.ts';
import type { ExerciseProgress } from './progress.ts';

/** A hint of a task. */
export interface Hint {
  /** From 1. */
  readonly task: number;
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * The hints to show next: the one after those that were shown, or all once more when none is left.
 * @param task from 1
 */
export function nextHints(
  { tasks }: ExerciseManifest,
  { hints = {} }: ExerciseProgress,
  task: number,
): readonly Hint[] {
  const all = tasks[task - 1]!.hints.map((text, index) => ({ task, number: index + 1, text }));
  const shown = hints[String(task)] ?? 0;
  return shown < all.length ? [all[shown]!] : all;
}

/** The progress after hints were shown. */
export function afterHints(before: ExerciseProgress, shown: readonly Hint[]): ExerciseProgress {
  const last = shown.at(-1)!;
  return { ...before, hints: { ...before.hints, [String(last.task)]: last.number } };
}
