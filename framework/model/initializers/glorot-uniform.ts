import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Uniform values whose variance suits the mean of inputs and outputs. `variance 2 / (fanIn + fanOut), uniform in ±√(6 / (fanIn + fanOut))` */
export const glorotUniform = defineComponent({
  kind: 'initializer',
  type: 'glorotUniform',
  summary: 'Uniform values whose variance suits the mean of inputs and outputs.',
  when: 'With sigmoid, tanh, softmax and linear; the default of dense and convolutional layers.',
  formula: 'variance 2 / (fanIn + fanOut), uniform in ±√(6 / (fanIn + fanOut))',
  source:
    'Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 1, mode: 'fanAvg', distribution: 'uniform' }),
});
