import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../callback.ts';

/** Stops training when a value has not improved for some epochs, or has reached a threshold. */
export const earlyStopping = defineComponent({
  kind: 'callback',
  type: 'earlyStopping',
  summary: 'Stops training when a value has not improved for some epochs, or has reached a threshold.',
  when: 'Nearly always: it saves time and, with restoreBestWeights, keeps the epoch before overfitting.',
  formula: 'an epoch improves if its value is better than the best so far by more than minimumDelta',
  source: 'Prechelt, "Early stopping – but when?", 1998',
  options: {
    monitor: Type.String({
      default: 'validation.loss',
      description: 'The value to watch, as part.name: validation.loss, validation.accuracy, train.loss.',
      reason: 'the training loss cannot show overfitting',
      examples: ['validation.loss', 'validation.accuracy'],
    }),
    patience: Type.Integer({
      minimum: 1,
      default: 10,
      description: 'Stops after that many epochs in a row without improvement.',
      reason: 'longer than usual dips, shorter than a run',
    }),
    minimumDelta: Type.Number({
      minimum: 0,
      default: 0,
      description: 'Improvements up to this size do not count.',
      reason: 'any improvement counts',
    }),
    threshold: Type.Union([Type.Number(), Type.Null()], {
      default: null,
      description: 'Stops as soon as the value is this good; null for never.',
      reason: 'the patience decides',
    }),
    restoreBestWeights: Type.Boolean({
      default: true,
      description: 'Whether the model ends with the weights of its best epoch, whatever ended the training.',
      reason: 'the last epochs before stopping are by definition not better',
    }),
  },
  example: { monitor: 'validation.loss', patience: 10 },
  build({ monitor, patience, minimumDelta, threshold, restoreBestWeights }, { direction }) {
    const sign = direction(monitor) === 'higher' ? -1 : 1;
    let best: { readonly epoch: number; readonly value: number } | null = null;

    return {
      monitors: [{ option: 'monitor', value: monitor }],
      restoresBest: restoreBestWeights,
      onEpochEnd({ epoch, values }) {
        const value = values[monitor];
        if (value === undefined) throw new Error(`there is no value "${monitor}" to watch`);
        // A value that is undefined (NaN) is no improvement.
        const improved =
          best === null ? !Number.isNaN(value) : sign * value < sign * best.value - minimumDelta;
        if (improved) best = { epoch, value };
        const keep = improved ? { keepBest: true } : {};
        if (threshold !== null && sign * value <= sign * threshold) {
          return { ...keep, stop: `${monitor} reached ${rounded(value)}, the threshold is ${threshold}.` };
        }
        const waited = epoch - (best?.epoch ?? 0);
        if (waited < patience) return keep;
        const since = best
          ? `${monitor} has not improved on ${rounded(best.value)} of epoch ${best.epoch}`
          : `${monitor} was never a number`;
        return { ...keep, stop: `${since} for ${waited} ${waited === 1 ? 'epoch' : 'epochs'}.` };
      },
      state: () => best && { ...best },
      restore(state) {
        best = state as typeof best;
      },
    };
  },
});

const rounded = (value: number): string => String(Number(value.toPrecision(4)));
