import { defineComponent, tf, Type } from 'descent';

/** An activation of one's own: `x · sigmoid(beta · x)`. */
export const swishOfMine = defineComponent({
  kind: 'activation',
  type: 'swishOfMine',
  summary: 'x · sigmoid(beta · x).',
  options: {
    beta: Type.Number({
      default: 1,
      exclusiveMinimum: 0,
      description: 'Sharpness.',
      reason: 'the plain form',
    }),
  },
  example: { beta: 1.5 },
  build: ({ beta }) => ({
    kerasName: undefined,
    apply: (input) => tf.mul(input, tf.sigmoid(tf.mul(input, beta))),
  }),
});
