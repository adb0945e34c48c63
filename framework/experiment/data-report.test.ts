import { describe, expect, it } from 'vitest';
import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import type { PartName } from '../data/split.ts';
import { describeData } from './data-report.ts';

function prepared(
  target: PreparedData['target'],
  targets: Readonly<Record<PartName, readonly number[]>>,
): PreparedData {
  const width = target.kind === 'classes' ? 1 : target.names.length;
  const part = (name: PartName): PreparedPart => ({
    name,
    rows: targets[name].length / width,
    sourceRows: new Int32Array(targets[name].length / width),
    features: new Float32Array(0),
    targets: target.kind === 'classes' ? Int32Array.from(targets[name]) : Float32Array.from(targets[name]),
  });
  return {
    parts: { train: part('train'), validation: part('validation'), test: part('test') },
    inputShape: [2],
    featureNames: ['width', 'height'],
    target,
    invertTarget: (values) => values.map((value) => value * 10),
    droppedRows: 3,
    quality: [{ check: 'order', severity: 'note', message: 'Sorted.', fix: 'Shuffle.' }],
    files: [],
    transformState: null,
  };
}

describe('describeData', () => {
  it('counts the classes of every part', () => {
    const data = prepared(
      { kind: 'classes', name: 'kind', classes: ['a', 'b'] },
      { train: [0, 1, 1], validation: [], test: [0] },
    );
    const counts = (a: number, b: number) => [
      { name: 'a', rows: a },
      { name: 'b', rows: b },
    ];
    expect(describeData(data)).toEqual({
      rows: 4,
      droppedRows: 3,
      parts: {
        train: { rows: 3, classCounts: counts(1, 2) },
        validation: { rows: 0, classCounts: counts(0, 0) },
        test: { rows: 1, classCounts: counts(1, 0) },
      },
      features: ['width', 'height'],
      inputShape: [2],
      targets: ['kind'],
      findings: data.quality,
    });
  });

  it('summarizes every number in the unit of the source', () => {
    const data = prepared(
      { kind: 'numbers', names: ['y', 'z'] },
      { train: [1, 7, 2, 7, 3, 7], validation: [], test: [5, 6] },
    );
    const { parts, targets } = describeData(data);
    expect(targets).toEqual(['y', 'z']);
    expect(parts).toEqual({
      train: {
        rows: 3,
        targetSummary: [
          { name: 'y', mean: 20, standardDeviation: 10, minimum: 10, maximum: 30 },
          { name: 'z', mean: 70, standardDeviation: 0, minimum: 70, maximum: 70 },
        ],
      },
      validation: { rows: 0 },
      test: {
        rows: 1,
        targetSummary: [
          { name: 'y', mean: 50, standardDeviation: 0, minimum: 50, maximum: 50 },
          { name: 'z', mean: 60, standardDeviation: 0, minimum: 60, maximum: 60 },
        ],
      },
    });
  });
});
