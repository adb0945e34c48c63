import type { ExperimentSpec } from './spec/experiment-spec.ts';
import type { TargetResult } from './run-result.ts';

const CONDITION = /^\s*(<=|>=|<|>)\s*(\S+)\s*$/;

/**
 * Holds measured values against the targets of an experiment.
 * A value that is missing or NaN meets no target.
 * @param measured value of `test.accuracy` and the like
 */
export function judgeTargets(
  targets: ExperimentSpec['targets'],
  measured: (value: string) => number | null,
): TargetResult[] {
  return Object.entries(targets).map(([value, condition]) => {
    const [, operator, bound] = CONDITION.exec(condition) ?? [];
    const number = measured(value);
    return {
      value,
      condition: condition.trim(),
      measured: number,
      met: number !== null && holds(number, operator, Number(bound)),
    };
  });
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
