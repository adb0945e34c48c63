import * as tf from '#tensorflow';
import { areFloats, fastKernel, type FastKernel } from './fast-kernel.ts';

/** The functions of one number that the kernels know, in the order of `assembly/activation.ts`. */
export const ACTIVATIONS = [
  'linear',
  'relu',
  'relu6',
  'leakyrelu',
  'sigmoid',
  'tanh',
  'elu',
  'softplus',
  'exp',
  'log',
] as const;

export type ActivationName = (typeof ACTIVATIONS)[number];

/** The number by which the kernels know a function. */
export function activationNumber(name: ActivationName): number {
  return ACTIVATIONS.indexOf(name);
}

/** The number of an activation of a fused operation, or undefined for one that the kernels do not know. */
export function fusedActivationNumber(name: string): number | undefined {
  const number = (ACTIVATIONS as readonly string[]).indexOf(name);
  return number < 0 ? undefined : number;
}

interface Unary {
  readonly inputs: { x: tf.TensorInfo };
  readonly attributes: { readonly alpha?: number };
}

function unary(kernelName: string, activation: ActivationName): FastKernel {
  const kind = activationNumber(activation);
  return fastKernel<Unary>(kernelName, ({ x }, attributes, { kernels, heap }) => {
    if (!areFloats(x)) return undefined;
    const y = heap.output(x.shape);
    const size = tf.util.sizeFromShape(x.shape);
    kernels.activate(kind, heap.address(x), heap.address(y), size, attributes.alpha ?? 0);
    return y;
  });
}

/** Functions applied to each element of a float32 tensor of any shape. */
export const activationKernels: readonly FastKernel[] = [
  unary(tf.Relu, 'relu'),
  unary(tf.Relu6, 'relu6'),
  unary(tf.LeakyRelu, 'leakyrelu'),
  unary(tf.Sigmoid, 'sigmoid'),
  unary(tf.Tanh, 'tanh'),
  unary(tf.Elu, 'elu'),
  unary(tf.Softplus, 'softplus'),
  unary(tf.Exp, 'exp'),
  unary(tf.Log, 'log'),
];
