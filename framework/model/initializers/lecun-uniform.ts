import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Uniform values whose variance suits the number of inputs. `variance 1 / fanIn, uniform in ±√(3 / fanIn)` */
export const lecunUniform = defineComponent({
  kind: 'initializer',
  type: 'lecunUniform',
  summary: 'Uniform values whose variance suits the number of inputs.',
  when: 'With tanh and selu.',
  formula: 'variance 1 / fanIn, uniform in ±√(3 / fanIn)',
  source: 'LeCun, Bottou, Orr and Müller, "Efficient backprop", 1998',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 1, mode: 'fanIn', distribution: 'uniform' }),
});
