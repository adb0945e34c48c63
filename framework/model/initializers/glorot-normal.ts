import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Normal values whose variance suits the mean of inputs and outputs. `variance 2 / (fanIn + fanOut), normal, drawn again beyond two deviations` */
export const glorotNormal = defineComponent({
  kind: 'initializer',
  type: 'glorotNormal',
  summary: 'Normal values whose variance suits the mean of inputs and outputs.',
  when: 'As glorotUniform, where rare larger weights are wanted.',
  formula: 'variance 2 / (fanIn + fanOut), normal, drawn again beyond two deviations',
  source:
    'Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 1, mode: 'fanAvg', distribution: 'normal' }),
});
