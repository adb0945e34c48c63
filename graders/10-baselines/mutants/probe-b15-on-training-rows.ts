/**
 * Rejected by: two columns by hand
 * Slides, B15: judged on the rows from which it was learned, where every ring is right.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, _test: Table): Probe[] {
  const probes = Object.entries(training.columns).map(([column, values]) => {
    const beside = new Map<string, string[]>();
    values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
    const answers = values.map((value) => majority(beside.get(value) ?? training.labels));
    return { column, accuracy: accuracy(answers, training.labels) };
  });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
}
