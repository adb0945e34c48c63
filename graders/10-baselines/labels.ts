import type { Stream } from 'descent/grading';
import type { LabeledTable } from './birds.ts';

/** How often each label occurs, by label. */
export function countsOf(labels: readonly string[]): [string, number][] {
  const names = [...new Set(labels)].sort();
  return names.map((name) => [name, labels.filter((label) => label === name).length]);
}

/** The share of answers that are the labels. */
export function shareRight(answers: readonly string[], labels: readonly string[]): number {
  return answers.filter((answer, i) => answer === labels[i]).length / labels.length;
}

/** The most frequent label; of equally frequent ones, the one that occurs first. */
export function mostFrequent(labels: readonly string[]): string {
  const counts = countsOf(labels);
  const most = Math.max(...counts.map(([, count]) => count));
  return labels.find((label) => counts.some(([name, count]) => name === label && count === most))!;
}

/** The same labels, in an order that is drawn here. */
export function shuffled(labels: readonly string[], stream: Stream): string[] {
  return Array.from(stream.permutation(labels.length), (from) => labels[from]!);
}

/** What one column alone says of the rows of a test, learned from other rows. */
export function answersOf(column: string, known: LabeledTable, test: LabeledTable): string[] {
  return test.columns[column]!.map((value) => {
    const beside = known.labels.filter((_, i) => known.columns[column]![i] === value);
    return mostFrequent(beside.length > 0 ? beside : known.labels);
  });
}
