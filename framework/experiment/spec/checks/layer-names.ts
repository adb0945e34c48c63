import { nameLayers } from '../../../model/layer-names.ts';
import { MODEL_INPUT } from '../../../model/wiring.ts';
import { problemAt, type Check } from './check.ts';

/** Layers have names of their own: weights are saved and random streams derived by them. */
export const checkLayerNames: Check = (context) => {
  const { layers } = context.spec.model;
  const names = nameLayers(layers);
  return layers.flatMap(({ name: given }, index) => {
    const name = names[index]!;
    if (given === MODEL_INPUT) {
      return [
        problemAt(context, ['model', 'layers', index, 'name'], {
          message: `no layer can have the name "${MODEL_INPUT}": it means what the model is given`,
          fix: 'Choose another.',
        }),
      ];
    }
    const isTaken = names.some((other, place) => other === name && place !== index);
    if (given === undefined || !isTaken) return [];
    return [
      problemAt(context, ['model', 'layers', index, 'name'], {
        message: `two layers have the name "${name}"`,
        fix: 'Choose another; layers without a name are called by type and number, such as dense_1.',
      }),
    ];
  });
};
