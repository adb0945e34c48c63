import { activation } from '../../../model/layers/activation.ts';
import { addActivation } from '../activations.ts';
import { known } from '../known.ts';
import type { LayerForm } from './layer-form.ts';

/** Its input stays as it is: the layer before may need it again. */
export const activationLayerForm = known(activation, ({ function: activation }): LayerForm => ({
  activation,
  lower: (at, form) =>
    addActivation(at, form, at.input, { columns: at.inputShape.at(-1)!, mayReplace: false }),
}));
