import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Normal values whose variance suits the number of inputs. `variance 1 / fanIn, normal, drawn again beyond two deviations` */
export const lecunNormal = defineComponent({
  kind: 'initializer',
  type: 'lecunNormal',
  summary: 'Normal values whose variance suits the number of inputs.',
  when: 'With tanh and selu.',
  formula: 'variance 1 / fanIn, normal, drawn again beyond two deviations',
  source: 'LeCun, Bottou, Orr and Müller, "Efficient backprop", 1998',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 1, mode: 'fanIn', distribution: 'normal' }),
});
