/**
 * Rejected by: two columns by hand
 * Plausible slip: an unseen value stands for the majority of the test labels.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, test: Table): Probe[] {
  const probes = Object.entries(training.columns).map(([column, values]) => {
    const beside = new Map<string, string[]>();
    values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
    const answers = test.columns[column]!.map((value) => majority(beside.get(value) ?? test.labels));
    return { column, accuracy: accuracy(answers, test.labels) };
  });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
}
