import type { AnyComponent } from '../component/component.ts';
import { dense } from './layers/dense.ts';
import { conv2d } from './layers/conv2d.ts';
import { maxPooling2d } from './layers/max-pooling2d.ts';
import { averagePooling2d } from './layers/average-pooling2d.ts';
import { globalAveragePooling2d } from './layers/global-average-pooling2d.ts';
import { flatten } from './layers/flatten.ts';
import { reshape } from './layers/reshape.ts';
import { dropout } from './layers/dropout.ts';
import { batchNormalization } from './layers/batch-normalization.ts';
import { activation } from './layers/activation.ts';
import { linear } from './activations/linear.ts';
import { relu } from './activations/relu.ts';
import { leakyRelu } from './activations/leaky-relu.ts';
import { elu } from './activations/elu.ts';
import { gelu } from './activations/gelu.ts';
import { softplus } from './activations/softplus.ts';
import { sigmoid } from './activations/sigmoid.ts';
import { tanh } from './activations/tanh.ts';
import { softmax } from './activations/softmax.ts';
import { glorotUniform } from './initializers/glorot-uniform.ts';
import { glorotNormal } from './initializers/glorot-normal.ts';
import { heUniform } from './initializers/he-uniform.ts';
import { heNormal } from './initializers/he-normal.ts';
import { lecunUniform } from './initializers/lecun-uniform.ts';
import { lecunNormal } from './initializers/lecun-normal.ts';
import { zeros } from './initializers/zeros.ts';
import { ones } from './initializers/ones.ts';
import { constant } from './initializers/constant.ts';
import { l1 } from './regularizers/l1.ts';
import { l2 } from './regularizers/l2.ts';
import { l1l2 } from './regularizers/l1l2.ts';

/** The components of this room: layers and what their slots take. */
export const modelComponents: readonly AnyComponent[] = [
  dense,
  conv2d,
  maxPooling2d,
  averagePooling2d,
  globalAveragePooling2d,
  flatten,
  reshape,
  dropout,
  batchNormalization,
  activation,
  linear,
  relu,
  leakyRelu,
  elu,
  gelu,
  softplus,
  sigmoid,
  tanh,
  softmax,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal,
  zeros,
  ones,
  constant,
  l1,
  l2,
  l1l2,
];
