import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { adam } from './adam.ts';
import '../optimizer.ts';

/**
 * Adam with weights that shrink apart from the gradient. `w ← (1 − learningRate · weightDecay) w`, then the step
 * of adam. The same as `adam` with `weightDecay`, under the name that papers use.
 */
export const adamw = defineComponent({
  kind: 'optimizer',
  type: 'adamw',
  summary: 'Adam with weights that shrink apart from the gradient.',
  when: 'The usual choice for large models; an l2 penalty with adam shrinks weights with large gradients too little.',
  formula: 'w ← (1 − learningRate · weightDecay) w, then as adam',
  source: 'Loshchilov and Hutter, "Decoupled weight decay regularization", 2017',
  options: {
    ...adam.options,
    weightDecay: Type.Number({
      minimum: 0,
      default: 0.01,
      description: adam.options.weightDecay.description!,
      reason: 'the choice of the paper and of PyTorch; Keras has 0.004',
    }),
  },
  example: { learningRate: 0.01, weightDecay: 0.01 },
  build: (options, context) => adam.build(options, context),
});
