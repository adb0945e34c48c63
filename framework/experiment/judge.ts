import type { ExperimentSpec } from './spec/experiment-spec.ts';
import type { RunResult, TargetResult } from './run-result.ts';

const CONDITION = /^\s*(<=|>=|<|>)\s*(\S+)\s*$/;

/**
 * Holds measured values against the targets of an experiment.
 * A value that is missing or undefined meets no target.
 */
export function judgeTargets(targets: ExperimentSpec['targets'], parts: RunResult['parts']): TargetResult[] {
  return Object.entries(targets).map(([value, condition]) => {
    const [, operator, bound] = CONDITION.exec(condition) ?? [];
    const number = measuredValue(parts, value);
    return {
      value,
      condition: condition.trim(),
      measured: number,
      met: number !== null && holds(number, operator, Number(bound)),
    };
  });
}

/** The value of `test.accuracy` or `validation.loss`; null where it is undefined or no number. */
function measuredValue(parts: RunResult['parts'], value: string): number | null {
  const [part, name] = value.split('.') as [keyof RunResult['parts'], string];
  const result = name === 'loss' ? parts[part]?.loss : parts[part]?.metrics[name];
  return typeof result === 'number' ? result : null;
}

function holds(value: number, operator: string | undefined, bound: number): boolean {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      throw new Error(`a target without a comparison reached the judge: ${operator}`);
  }
}
