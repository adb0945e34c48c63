import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../callback.ts';

/** Keeps the weights of the best epoch in the run folder. */
export const checkpoint = defineComponent({
  kind: 'callback',
  type: 'checkpoint',
  summary: 'Keeps the weights of the best epoch, in checkpoints/best.safetensors of the run folder.',
  when: 'To choose what "best" means; without any such callback it means validation.loss.',
  formula: 'an epoch is best if its value is better than that of every epoch before it',
  source: 'as ModelCheckpoint with save_best_only in Keras',
  options: {
    monitor: Type.String({
      default: 'validation.loss',
      description: 'The value to watch, as part.name: validation.loss, validation.accuracy, train.loss.',
      reason: 'the training loss cannot show overfitting',
      examples: ['validation.loss', 'validation.accuracy'],
    }),
    restoreBestWeights: Type.Boolean({
      default: false,
      description: 'Whether the model ends with these weights instead of those of its last epoch.',
      reason: 'a run of fixed length is meant to be judged at its end',
    }),
  },
  example: { monitor: 'validation.accuracy' },
  build({ monitor, restoreBestWeights }, { direction }) {
    const sign = direction(monitor) === 'higher' ? -1 : 1;
    let best: number | null = null;
    return {
      monitors: [{ option: 'monitor', value: monitor }],
      restoresBest: restoreBestWeights,
      onEpochEnd({ values }) {
        const value = values[monitor];
        if (value === undefined) throw new Error(`there is no value "${monitor}" to watch`);
        if (Number.isNaN(value) || (best !== null && sign * value >= sign * best)) return {};
        best = value;
        return { keepBest: true };
      },
      state: () => best,
      restore(state) {
        best = state as number | null;
      },
    };
  },
});
