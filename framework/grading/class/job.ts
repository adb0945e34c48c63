import type { ExerciseResult } from '../result/result.ts';
import type { Level } from '../isolation/level.ts';

/** One submission of one exercise, as the grading process is told of it. */
export interface GradeJob {
  readonly student: string;
  readonly exercise: string;
  /** The submitted files by name; empty when they were refused. */
  readonly files: Readonly<Record<string, string>>;
  /** When it was handed in, ISO 8601. */
  readonly time?: string;
  /** The checks are not run, with the reason. */
  readonly ungraded?: { readonly state: 'refused' | 'needs attention'; readonly reason: string };
}

/** What a grading process is told first. */
export interface WorkerSetup {
  /** The root of the kit. */
  readonly root: string;
  readonly level: Level;
  /** The course's secret; without one, hidden checks use the seeds that everybody has. */
  readonly secret?: string;
}

/** From the command to a grading process. */
export type ToWorker =
  | { readonly type: 'setup'; readonly setup: WorkerSetup }
  | { readonly type: 'grade'; readonly job: GradeJob };

/** From a grading process to the command. */
export type FromWorker =
  | { readonly type: 'ready' }
  /** Grading begins, and should not take longer. */
  | { readonly type: 'began'; readonly milliseconds: number }
  | { readonly type: 'graded'; readonly result: ExerciseResult }
  /** A fault of ours or of the machine: nothing was graded. */
  | { readonly type: 'failed'; readonly message: string };
