import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Turns scores along the last axis into probabilities that sum to 1. `y_i = e^(x_i − max x) / Σ_j e^(x_j − max x)` */
export const softmax = defineComponent({
  kind: 'activation',
  type: 'softmax',
  summary: 'Turns scores along the last axis into probabilities that sum to 1.',
  when: 'As the last layer of a classifier with one unit per class.',
  formula: 'y_i = e^(x_i − max x) / Σ_j e^(x_j − max x)',
  source: 'Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990',
  options: {},
  example: {},
  build: () => ({ kerasName: 'softmax', apply: (input) => tf.softmax(input) }),
});
