import type { RunResult } from './run-result.ts';

/** What the control with shuffled labels has shown. */
export interface ControlVerdict {
  /** Whether the model is, as it should be, no better than chance. */
  readonly passed: boolean;
  /** In words, whole sentences. */
  readonly text: string;
}

/** The baselines that know nothing of the features: what chance reaches. */
const CHANCE = ['majority', 'mean'];

/**
 * Judges a run whose labels were shuffled for training: there was nothing to learn, so it should be no better than the
 * simplest baseline, beyond the chance of which rows were drawn. Undefined where no metric can be compared.
 */
export function judgeShuffledLabels(result: RunResult): ControlVerdict | undefined {
  const judged = result.parts[result.judgedPart];
  const chance = result.baselines.find(({ type }) => CHANCE.includes(type));
  if (!judged || !chance) return undefined;
  for (const [name, value] of Object.entries(judged.metrics)) {
    const direction = result.directions[name];
    const other = chance.metrics[name];
    if (direction === undefined || typeof value !== 'number' || typeof other !== 'number') continue;
    const [low, high] = judged.intervals[name] ?? [value, value];
    const passed = direction === 'higher' ? low <= other : high >= other;
    const facts = `with shuffled labels ${name} on ${result.judgedPart} is ${shown(value)}, and ${shown(other)} for the ${chance.title}`;
    return {
      passed,
      text: passed
        ? `Control: ${facts}. It is no better than chance, as it should be.`
        : `Control: ${facts}. It is better than chance although there was nothing to learn. Where classes are few and lie apart one shuffle may do that, so try another seed; if it stays, the answer reaches the model or the measurement.`,
    };
  }
  return undefined;
}

const shown = (value: number): string => String(Number(value.toPrecision(3)));
