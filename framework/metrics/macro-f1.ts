import { defineComponent } from '../component/component.ts';
import { f1 } from './f1.ts';
import type { MetricPart } from './metric.ts';

/** F1 averaged over the classes that occur: `f1` with `average: macro` under the name that papers use. */
export const macroF1 = defineComponent({
  kind: 'metric',
  type: 'macroF1',
  summary: 'F1 averaged over the classes that occur, each counting alike.',
  when: 'One number is wanted for unbalanced classes; the same as f1 with average macro.',
  formula: 'mean over classes that occur of 2 correct / (predicted + occurring)',
  source: 'van Rijsbergen, "Information Retrieval", 1979',
  options: {},
  example: {},
  build: (): MetricPart => f1.build({ average: 'macro' }, undefined),
});
