/**
 * Rejected by: what each column of the penguins tells
 * Plausible slip: only the best column takes the lead, the others stay as they were.
 */
import { accuracy, majority, type Probe, type Table } from '../../../solutions/10-baselines/exercise.ts';

export function leakProbe(training: Table, test: Table): Probe[] {
  const probes = Object.entries(training.columns).map(([column, values]) => {
    const beside = new Map<string, string[]>();
    values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
    const answers = test.columns[column]!.map((value) => majority(beside.get(value) ?? training.labels));
    return { column, accuracy: accuracy(answers, test.labels) };
  });
  const best = probes.reduce((lead, probe) => (probe.accuracy > lead.accuracy ? probe : lead));
  return [best, ...probes.filter((probe) => probe !== best).reverse()];
}
