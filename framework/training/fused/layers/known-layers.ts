import type { Known } from '../known.ts';
import { activationLayerForm } from './activation.ts';
import { batchNormalizationForm } from './batch-normalization.ts';
import { conv1dForm, conv2dForm } from './convolution.ts';
import { denseForm } from './dense.ts';
import { dropoutForm } from './dropout.ts';
import type { LayerForm } from './layer-form.ts';
import { poolingForms } from './pooling.ts';
import { shapeForms } from './shape.ts';

/** The layers that the fused step knows. */
export const KNOWN_LAYERS: readonly Known<LayerForm>[] = [
  denseForm,
  conv1dForm,
  conv2dForm,
  ...poolingForms,
  ...shapeForms,
  dropoutForm,
  batchNormalizationForm,
  activationLayerForm,
];
