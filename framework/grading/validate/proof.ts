import type { Problem } from '../../document/problem.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import type { DeclaredCheck, SightedCheckFile } from '../grade/list-checks.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import type { Mutant } from '../kit/mutants.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { PictureFile } from '../picture/picture.ts';
import type { TypeChecker } from './type-checker.ts';

/** One thing that has to be true of an exercise before anybody sees it. */
export interface Proof {
  /** What is proven, as a sentence without a full stop: `the solution passes every check on every seed`. */
  readonly claim: string;
  /** Whether it takes many runs of answers, and is left out of the quick profile. */
  readonly isLong?: boolean;
  /**
   * Tries to refute the claim.
   * @returns what is wrong, none when the claim holds
   * @throws ProblemsError when what it looks at cannot be read
   */
  prove(exercise: Exercise, context: ProofContext): Promise<readonly Problem[]>;
}

/** What proofs share. Everything is made when it is first asked for, and once. */
export interface ProofContext {
  readonly kit: Kit;
  /** With how many seeds checks are tried. */
  readonly seeds: number;
  /** The files of `solutions/NN-id/`. */
  solution(): Promise<TextFiles>;
  /** The starter as the solution gives it, whatever lies in `starters/`. */
  starter(): Promise<TextFiles>;
  /** The lesson, with line ends as `\n`. */
  lesson(): Promise<string>;
  checkFiles(): Promise<readonly SightedCheckFile[]>;
  checks(): Promise<readonly DeclaredCheck[]>;
  mutants(): Promise<readonly Mutant[]>;
  /** undefined for an exercise without pictures. */
  pictures(): Promise<PictureFile | undefined>;
  /** The solution under every check, with every seed and without prerequisites. */
  solutionResult(): Promise<ExerciseResult>;
  /** A wrong answer under one check, as it is graded. */
  judge(mutant: Mutant, title: string): Promise<CheckResult>;
  /** Grades files in processes of their own. */
  grade(files: TextFiles, options?: GradeChanges): Promise<ExerciseResult>;
  /** undefined where TypeScript is not installed. */
  readonly types: TypeChecker | undefined;
  /** Tells something that is no finding: what was measured, what could not be tried. */
  note(text: string): void;
}

/** How a grading of a proof differs from that of a submission. */
export interface GradeChanges {
  readonly checks?: readonly SightedCheckFile[];
  /** What the exercise's limits are multiplied with, 1 by default. */
  readonly limits?: number;
}
