/**
 * Rejected by: one answer for each sample
 * False alarms and missed cases are mixed up.
 */
export function binaryCounts(
  outputs: readonly (readonly number[])[],
  labels: readonly number[],
): { tp: number; fp: number; tn: number; fn: number } {
  const answers = outputs.map(([no, yes]) => (yes! > no! ? 1 : 0));
  const count = (answer: number, label: number) =>
    answers.filter((own, i) => own === answer && labels[i] === label).length;
  const [tp, fp, tn, fn] = [count(1, 1), count(1, 0), count(0, 0), count(0, 1)];
  return { tp, fp: fn, tn, fn: fp };
}
