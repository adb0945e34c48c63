/**
 * Rejected by: what each column of the penguins tells
 * Plausible slip: no more than two columns, as in the visible example.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, test: Table): Probe[] {
  const probes = Object.entries(training.columns)
    .slice(0, 2)
    .map(([column, values]) => {
      const beside = new Map<string, string[]>();
      values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
      const answers = test.columns[column]!.map((value) => majority(beside.get(value) ?? training.labels));
      return { column, accuracy: accuracy(answers, test.labels) };
    });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
}
