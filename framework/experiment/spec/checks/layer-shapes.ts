import type { Problem } from '../../../document/problem.ts';
import type { Shape } from '../../../model/layer.ts';
import { problemOf } from '../component-problem.ts';
import type { ModelCheckContext } from './check.ts';

/** The shape that the model gives, or why a layer does not suit what stands before it. */
export function outputShapeOf({
  spec,
  parts,
  document,
  inputShape,
}: ModelCheckContext): { readonly shape: Shape } | { readonly problem: Problem } {
  let shape: Shape = inputShape;
  for (const [index, { type }] of spec.model.layers.entries()) {
    const path = ['model', 'layers', index];
    try {
      shape = parts.at('layer', ...path)!.outputShape(shape);
    } catch (error) {
      return { problem: problemOf(error, document, path, `layer ${type}`) };
    }
  }
  return { shape };
}
