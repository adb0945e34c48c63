/**
 * Rejected by: two columns by hand
 * Plausible slip: learned from the rows on which it is judged.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, test: Table): Probe[] {
  const probes = Object.entries(training.columns).map(([column]) => {
    const beside = new Map<string, string[]>();
    test.columns[column]!.forEach((value, i) =>
      beside.set(value, [...(beside.get(value) ?? []), test.labels[i]!]),
    );
    const answers = test.columns[column]!.map((value) => majority(beside.get(value) ?? training.labels));
    return { column, accuracy: accuracy(answers, test.labels) };
  });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
}
