import type { PlannedLayer } from '../../model/plan.ts';
import { layersOf } from '../../model/build.ts';
import type { LayerContext } from '../../model/layer.ts';
import type { Model } from '../../model/model.ts';
import { originOf } from '../../component/origin.ts';
import type { LossPart } from '../loss.ts';
import type { OptimizerPart } from '../optimizer.ts';
import { activationForm, LINEAR, type ActivationForm } from './activations.ts';
import { formOf } from './known.ts';
import { KNOWN_LAYERS } from './layers/known-layers.ts';
import type { LayerForm } from './layers/layer-form.ts';
import { KNOWN_LOSSES, type LossForm } from './losses.ts';

/** What the fused step knows of a layer. */
export interface RecognizedLayer {
  readonly form: LayerForm;
  readonly activation: ActivationForm;
  readonly context: LayerContext;
}

/** Why something cannot be part of a fused step, a whole sentence. */
export interface Unknown {
  readonly unknown: string;
}

/** Everything that a plan is lowered from. */
export interface Recognized {
  readonly layers: readonly (RecognizedLayer & { readonly layer: PlannedLayer })[];
  readonly loss: LossForm;
  readonly updateInPlace: UpdateRule;
}

type UpdateRule = NonNullable<OptimizerPart['updateInPlace']>;

/** Whether the fused step knows all parts of a training; if not, the first reason. */
export function recognize(parts: {
  readonly model: Model;
  readonly loss: LossPart;
  readonly optimizer: OptimizerPart;
}): Recognized | Unknown {
  const planned = layersOf(parts.model);
  if (!planned)
    return { unknown: 'The fused step does not know the model, which was not built from layers.' };
  const layers: Recognized['layers'][number][] = [];
  for (const [index, layer] of planned.entries()) {
    const recognized = recognizeLayer(layer, index);
    if ('unknown' in recognized) return recognized;
    layers.push({ layer, ...recognized });
  }
  const { outputShape } = parts.model;
  if (outputShape.length !== 1) {
    return { unknown: `The fused step needs a plain list of outputs, not ${outputShape.join(' × ')}.` };
  }
  const loss = recognizeLoss(parts.loss);
  if ('unknown' in loss) return loss;
  const updateInPlace = recognizeOptimizer(parts.optimizer);
  if ('unknown' in updateInPlace) return updateInPlace;
  return { layers, loss, updateInPlace };
}

/** Recognizes a layer at a place of the list, counted from 0. */
export function recognizeLayer(
  layer: Omit<PlannedLayer, 'outputShape'>,
  index: number,
): RecognizedLayer | Unknown {
  const { name, type, part, sources } = layer;
  const form = formOf(KNOWN_LAYERS, part);
  if (!form) return { unknown: `The fused step does not know the layer ${name} of type ${type}.` };
  if (sources.length !== 1 || sources[0] !== index) {
    return { unknown: `The fused step knows only chains of layers, and ${name} does not take its input from the layer before it.` }; // prettier-ignore
  }
  const context = originOf(part)!.context as LayerContext;
  const activation = form.activation ? activationForm(form.activation, context.registry) : LINEAR;
  if (!activation) {
    return { unknown: `The fused step does not know the activation ${form.activation!.type} of the layer ${name}.` }; // prettier-ignore
  }
  return { form, activation, context };
}

/** Recognizes a loss. */
export function recognizeLoss(part: LossPart): LossForm | Unknown {
  return formOf(KNOWN_LOSSES, part) ?? { unknown: `The fused step does not know the loss${nameOf(part)}.` };
}

/** Recognizes an optimizer, by whether it can update in place. */
export function recognizeOptimizer(part: OptimizerPart): UpdateRule | Unknown {
  return (
    part.updateInPlace ?? {
      unknown: `The fused step does not know the optimizer${nameOf(part)}, which has no update in place.`,
    }
  );
}

/** ` hinge`, for a part that a component built. */
function nameOf(part: object): string {
  const origin = originOf(part);
  return origin ? ` ${origin.component.type}` : '';
}
