import { describe, expect, it } from 'vitest';
import type { RunResult } from './run-result.ts';
import { judgeShuffledLabels } from './shuffled-labels.ts';

/** A control whose model has that value and interval beside a baseline. */
function control(
  metric: { name: string; direction: 'higher' | 'lower'; value: number; interval: [number, number] },
  chance: number,
  type = 'majority',
): RunResult {
  const { name, direction, value, interval } = metric;
  return {
    schemaVersion: 1,
    name: 'penguins-species',
    trial: { kind: 'shuffleLabels' },
    task: 'classification',
    status: 'completed',
    reason: 'All 3 epochs are done.',
    epochs: 3,
    chosenEpoch: 3,
    trainingSeconds: 1,
    totalSeconds: 1,
    outputs: ['a', 'b'],
    directions: { [name]: direction },
    parts: { test: { rows: 30, loss: 1, metrics: { [name]: value }, intervals: { [name]: interval } } },
    judgedPart: 'test',
    baselines: [
      { type, title: 'most frequent class', remark: null, metrics: { [name]: chance }, intervals: {} },
    ],
    targets: [],
  };
}

describe('the control with shuffled labels', () => {
  it('passes where the model is no better than chance, by the interval', () => {
    const accuracy = { name: 'accuracy', direction: 'higher', value: 0.5, interval: [0.4, 0.6] } as const;
    const verdict = judgeShuffledLabels(control({ ...accuracy, interval: [0.4, 0.6] }, 0.45));
    expect(verdict).toEqual({
      passed: true,
      text: 'Control: with shuffled labels accuracy on test is 0.5, and 0.45 for the most frequent class. It is no better than chance, as it should be.',
    });
    expect(judgeShuffledLabels(control({ ...accuracy, interval: [0.4, 0.6] }, 0.7))?.passed).toBe(true);
  });

  it('fails where the model is better', () => {
    const verdict = judgeShuffledLabels(
      control({ name: 'accuracy', direction: 'higher', value: 0.9, interval: [0.8, 0.95] }, 0.45),
    );
    expect(verdict).toEqual({
      passed: false,
      text: 'Control: with shuffled labels accuracy on test is 0.9, and 0.45 for the most frequent class. It is better than chance although there was nothing to learn. Where classes are few and lie apart one shuffle may do that, so try another seed; if it stays, the answer reaches the model or the measurement.',
    });
    const error = { name: 'rmse', direction: 'lower', value: 1, interval: [0.9, 1.1] } as const;
    const judge = (chance: number) =>
      judgeShuffledLabels(control({ ...error, interval: [0.9, 1.1] }, chance, 'mean'))?.passed;
    expect([judge(1.05), judge(2)]).toEqual([true, false]);
  });

  it('says nothing where there is nothing to compare with', () => {
    const accuracy = { name: 'accuracy', direction: 'higher', value: 0.5, interval: [0.4, 0.6] } as const;
    expect(
      judgeShuffledLabels(control({ ...accuracy, interval: [0.4, 0.6] }, 0.45, 'logistic')),
    ).toBeUndefined();
  });
});
