import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Normal values whose variance suits relu. `variance 2 / fanIn, normal, drawn again beyond two deviations` */
export const heNormal = defineComponent({
  kind: 'initializer',
  type: 'heNormal',
  summary: 'Normal values whose variance suits relu.',
  when: 'With relu and its relatives.',
  formula: 'variance 2 / fanIn, normal, drawn again beyond two deviations',
  source: 'He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 2, mode: 'fanIn', distribution: 'normal' }),
});
