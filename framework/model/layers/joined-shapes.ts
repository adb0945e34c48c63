import { ComponentProblem } from '../../component/component.ts';
import type { Shape } from '../layer.ts';

/**
 * The shape that all inputs have.
 * @throws ComponentProblem when they differ.
 */
export function requireSameShapes(type: string, inputs: readonly Shape[]): Shape {
  const first = inputs[0]!;
  const texts = inputs.map(shapeText);
  if (texts.every((text) => text === texts[0])) return first;
  throw new ComponentProblem(`${type} needs inputs of the same shape, but gets ${enumerate(texts)}`, {
    option: 'inputs',
    fix: 'Bring them to one shape, e.g. a residual branch by padding: same, strides: 1 and as many units or filters as the input has.',
  });
}

/**
 * The shape of inputs put one behind the other along the last axis.
 * @throws ComponentProblem when they differ in another axis.
 */
export function concatenatedShape(type: string, inputs: readonly Shape[]): Shape {
  const before = inputs.map((shape) => shapeText(shape.slice(0, -1)) + String(shape.length));
  if (before.every((text) => text === before[0])) {
    const sum = inputs.reduce((total, shape) => total + shape.at(-1)!, 0);
    return [...inputs[0]!.slice(0, -1), sum];
  }
  throw new ComponentProblem(
    `${type} needs inputs that differ in the last axis only, but gets ${enumerate(inputs.map(shapeText))}`,
    { option: 'inputs', fix: 'Bring them to one height and width, or flatten them first.' },
  );
}

function shapeText(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

function enumerate(texts: readonly string[]): string {
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)!}`;
}
