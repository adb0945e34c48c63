import { createRegistry, type Registry } from '../component/registry.ts';
import { dataComponents } from '../data/components.ts';
import { metricComponents } from '../metrics/components.ts';
import { modelComponents } from '../model/components.ts';
import { trainingComponents } from '../training/components.ts';

/** Every component that comes with Descent, in the order in which lists and documentation show them. */
export const builtInRegistry: Registry = createRegistry([
  ...dataComponents,
  ...modelComponents,
  ...trainingComponents,
  ...metricComponents,
]);
