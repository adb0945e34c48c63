import { defineComponent } from '../../component/component.ts';
import { varianceScaling } from './variance-scaling.ts';
import '../layer.ts';

/** Uniform values whose variance suits relu. `variance 2 / fanIn, uniform in ±√(6 / fanIn)` */
export const heUniform = defineComponent({
  kind: 'initializer',
  type: 'heUniform',
  summary: 'Uniform values whose variance suits relu.',
  when: 'With relu and its relatives.',
  formula: 'variance 2 / fanIn, uniform in ±√(6 / fanIn)',
  source: 'He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015',
  options: {},
  example: {},
  build: () => varianceScaling({ scale: 2, mode: 'fanIn', distribution: 'uniform' }),
});
