import type { Problem } from '../../../document/problem.ts';
import type { Shape } from '../../../model/layer.ts';
import { outputShapeOf } from '../../../model/plan.ts';
import { wireLayers } from '../../../model/wiring.ts';
import { problemOf } from '../component-problem.ts';
import type { Check, ModelCheckContext } from './check.ts';

/** Every layer takes what an earlier one gives, and every output is taken. */
export const checkWiring: Check = ({ spec, document }) =>
  wireLayers(spec.model.layers).problems.map((problem) =>
    problemOf(problem, document, ['model', 'layers', problem.index]),
  );

/**
 * The shape that the model gives, or why a layer does not suit what it takes. Only for layers whose wiring is
 * without problem.
 */
export function modelOutputShape({
  spec,
  parts,
  document,
  inputShape,
}: ModelCheckContext): { readonly shape: Shape } | { readonly problem: Problem } {
  const { layers } = spec.model;
  const { sources } = wireLayers(layers);
  const shapes: Shape[] = [inputShape];
  for (const [index, { type }] of layers.entries()) {
    const path = ['model', 'layers', index];
    const inputs = sources[index]!.map((place) => shapes[place]!);
    try {
      shapes.push(outputShapeOf(type, parts.at('layer', ...path)!, inputs));
    } catch (error) {
      return { problem: problemOf(error, document, path, `layer ${type}`) };
    }
  }
  return { shape: shapes.at(-1)! };
}
