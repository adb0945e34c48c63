/**
 * Rejected by: two columns by hand
 * Plausible slip: the first label beside a value, not the majority.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, test: Table): Probe[] {
  const probes = Object.entries(training.columns).map(([column, values]) => {
    const beside = new Map<string, string[]>();
    values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
    const answers = test.columns[column]!.map((value) => beside.get(value)?.[0] ?? majority(training.labels));
    return { column, accuracy: accuracy(answers, test.labels) };
  });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
}
