import { TodoError } from 'descent';

/** Some answers and what would have been right: class numbers from 0, as many of the one as of the other. */
export interface Batch {
  readonly predicted: readonly number[];
  readonly labels: readonly number[];
}

/** How often each class (row) was taken for each class (column): [classes, classes]. */
export type Matrix = readonly (readonly number[])[];

/**
 * Task 1. The share of right answers among all answers of all batches. Batches may differ in size.
 * @param batches at least one answer in all of them together
 */
export function accuracy(batches: readonly Batch[]): number {
  throw new TodoError('Task 1: right answers among all answers');
}

/**
 * Task 2. Counts which class is taken for which.
 * @returns [classes, classes]: row = the true class, column = the predicted class
 */
export function confusion({ predicted, labels }: Batch, classes: number): number[][] {
  throw new TodoError('Task 2: a table of true and predicted classes');
}

/**
 * Task 3. Precision, recall and F1 of each class. Where a score is 0 divided by 0 it is NaN: nobody knows it.
 * @returns three lists of length [classes]
 */
export function classScores(matrix: Matrix): { precision: number[]; recall: number[]; f1: number[] } {
  throw new TodoError('Task 3: precision, recall and F1 of each class');
}

/**
 * Task 4. The mean of the recalls of those classes that occur: every class counts alike, however rare.
 * @returns from 0 to 1
 */
export function balancedAccuracy(matrix: Matrix): number {
  throw new TodoError('Task 4: the mean recall');
}

/**
 * Task 5. The four counts of a network with two outputs, one for "no" (class 0) and one for "yes" (class 1). The larger
 * output is the answer, the first of equals: one answer for each sample, whatever the outputs add up to.
 * @param outputs [samples, 2]
 * @param labels 0 or 1
 * @returns true and false positives (answer "yes"), true and false negatives (answer "no")
 */
export function binaryCounts(
  outputs: readonly (readonly number[])[],
  labels: readonly number[],
): { tp: number; fp: number; tn: number; fn: number } {
  throw new TodoError('Task 5: four counts, one answer for each sample');
}

/**
 * Task 6. How far numbers are from what they should be: mean absolute error, root of the mean squared error, and R².
 * @returns r2 is NaN where all targets are the same
 */
export function regressionScores(
  predicted: readonly number[],
  targets: readonly number[],
): { mae: number; rmse: number; r2: number } {
  throw new TodoError('Task 6: MAE, RMSE and R²');
}

/**
 * Task 7. A classifier that may say "I do not know": it answers only where its largest probability reaches the threshold.
 * @param probabilities [samples, classes]
 * @returns coverage, the share of samples that get an answer; accuracy, the share of those answers that are right (NaN if there are none)
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  throw new TodoError('Task 7: answer only when sure');
}
