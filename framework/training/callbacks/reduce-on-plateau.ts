import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../callback.ts';

/** Scales the learning rate down when a value has not improved for some epochs. */
export const reduceOnPlateau = defineComponent({
  kind: 'callback',
  type: 'reduceOnPlateau',
  summary: 'Scales the learning rate down when a value has not improved for some epochs.',
  when: 'Where the loss stops falling because steps have become too long. Give earlyStopping more patience than this.',
  formula:
    'learningRate ← factor · learningRate after patience epochs without improvement by more than minimumDelta',
  options: {
    monitor: Type.String({
      default: 'validation.loss',
      description: 'The value to watch, as part.name.',
      reason: 'what shall improve is what the model does on new data',
    }),
    factor: Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      default: 0.5,
      description: 'By which the learning rate is multiplied.',
      reason: 'gentle; it can happen again',
    }),
    patience: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'After how many epochs in a row without improvement; the count then starts again.',
      reason: 'longer than usual dips',
    }),
    minimumDelta: Type.Number({
      minimum: 0,
      default: 0,
      description: 'Improvements up to this size do not count.',
      reason: 'any improvement counts',
    }),
  },
  example: { factor: 0.5, patience: 5 },
  build({ monitor, factor, patience, minimumDelta }, { direction }) {
    const sign = direction(monitor) === 'higher' ? -1 : 1;
    let state: { readonly best: number | null; readonly waited: number } = { best: null, waited: 0 };
    return {
      monitors: [{ option: 'monitor', value: monitor }],
      restoresBest: false,
      onEpochEnd({ values }) {
        const value = values[monitor];
        if (value === undefined) throw new Error(`there is no value "${monitor}" to watch`);
        const { best, waited } = state;
        if (best === null ? !Number.isNaN(value) : sign * value < sign * best - minimumDelta) {
          state = { best: value, waited: 0 };
          return {};
        }
        const reduces = waited + 1 >= patience;
        state = { best, waited: reduces ? 0 : waited + 1 };
        return reduces ? { scaleLearningRate: factor } : {};
      },
      state: () => ({ ...state }),
      restore(saved) {
        state = saved as unknown as typeof state;
      },
    };
  },
});
