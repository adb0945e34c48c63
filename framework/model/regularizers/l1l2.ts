import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

const strength = (of: string) =>
  Type.Number({
    minimum: 0,
    default: 0.01,
    description: `The factor of ${of}.`,
    reason: 'the default of Keras; try powers of ten around it',
  });

/** Both penalties at once (elastic net): `l1 · Σ |w| + l2 · Σ w²` is added to the training loss. */
export const l1l2 = defineComponent({
  kind: 'regularizer',
  type: 'l1l2',
  summary: 'Penalties on the sum of absolute values and on the sum of squares (elastic net).',
  when: 'Where few inputs should matter, yet correlated ones should share their weight.',
  formula: 'l1 · Σ |w| + l2 · Σ w²',
  source: 'Zou and Hastie, "Regularization and variable selection via the elastic net", 2005',
  options: { l1: strength('the sum of absolute values'), l2: strength('the sum of squares') },
  example: { l1: 1e-5, l2: 1e-4 },
  build: ({ l1, l2 }) => ({ l1, l2 }),
});
