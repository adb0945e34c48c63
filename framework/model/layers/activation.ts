import { slot } from '../../component/slot.ts';
import { defineComponent } from '../../component/component.ts';
import { applyActivation } from '../activations/activate.ts';
import '../layer.ts';

/** Applies an activation, nothing else; the shape stays. */
export const activation = defineComponent({
  kind: 'layer',
  type: 'activation',
  summary: 'Applies an activation, nothing else.',
  when: 'Where something stands between a layer and its activation, as batchNormalization does.',
  formula: 'y = function(x)',
  options: { function: slot('activation', { description: 'The activation.' }) },
  example: { function: { type: 'relu' } },
  build(options, { name, registry }) {
    const part = registry.build('activation', options.function, undefined);
    return {
      outputShape: (input) => input,
      apply: (input) => applyActivation(part, name, input),
    };
  },
});
