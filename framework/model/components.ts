import type { AnyComponent } from '../component/component.ts';
import { dense } from './layers/dense.ts';
import { conv1d } from './layers/conv1d.ts';
import { conv2d } from './layers/conv2d.ts';
import { depthwiseConv2d } from './layers/depthwise-conv2d.ts';
import { separableConv2d } from './layers/separable-conv2d.ts';
import { maxPooling1d } from './layers/max-pooling1d.ts';
import { maxPooling2d } from './layers/max-pooling2d.ts';
import { averagePooling1d } from './layers/average-pooling1d.ts';
import { averagePooling2d } from './layers/average-pooling2d.ts';
import { globalMaxPooling1d } from './layers/global-max-pooling1d.ts';
import { globalMaxPooling2d } from './layers/global-max-pooling2d.ts';
import { globalAveragePooling1d } from './layers/global-average-pooling1d.ts';
import { globalAveragePooling2d } from './layers/global-average-pooling2d.ts';
import { flatten } from './layers/flatten.ts';
import { reshape } from './layers/reshape.ts';
import { embedding } from './layers/embedding.ts';
import { simpleRnn } from './layers/simple-rnn.ts';
import { gru } from './layers/gru.ts';
import { lstm } from './layers/lstm.ts';
import { dropout } from './layers/dropout.ts';
import { gaussianNoise } from './layers/gaussian-noise.ts';
import { batchNormalization } from './layers/batch-normalization.ts';
import { layerNormalization } from './layers/layer-normalization.ts';
import { add } from './layers/add.ts';
import { average } from './layers/average.ts';
import { concatenate } from './layers/concatenate.ts';
import { maximum } from './layers/maximum.ts';
import { multiply } from './layers/multiply.ts';
import { activation } from './layers/activation.ts';
import { linear } from './activations/linear.ts';
import { relu } from './activations/relu.ts';
import { leakyRelu } from './activations/leaky-relu.ts';
import { elu } from './activations/elu.ts';
import { gelu } from './activations/gelu.ts';
import { softplus } from './activations/softplus.ts';
import { sigmoid } from './activations/sigmoid.ts';
import { step } from './activations/step.ts';
import { tanh } from './activations/tanh.ts';
import { softmax } from './activations/softmax.ts';
import { glorotUniform } from './initializers/glorot-uniform.ts';
import { glorotNormal } from './initializers/glorot-normal.ts';
import { heUniform } from './initializers/he-uniform.ts';
import { heNormal } from './initializers/he-normal.ts';
import { lecunUniform } from './initializers/lecun-uniform.ts';
import { lecunNormal } from './initializers/lecun-normal.ts';
import { orthogonal } from './initializers/orthogonal.ts';
import { zeros } from './initializers/zeros.ts';
import { ones } from './initializers/ones.ts';
import { constant } from './initializers/constant.ts';
import { l1 } from './regularizers/l1.ts';
import { l2 } from './regularizers/l2.ts';
import { l1l2 } from './regularizers/l1l2.ts';

/** The components of this room: layers and what their slots take. */
export const modelComponents: readonly AnyComponent[] = [
  dense,
  conv1d,
  conv2d,
  depthwiseConv2d,
  separableConv2d,
  maxPooling1d,
  maxPooling2d,
  averagePooling1d,
  averagePooling2d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalAveragePooling1d,
  globalAveragePooling2d,
  flatten,
  reshape,
  embedding,
  simpleRnn,
  gru,
  lstm,
  dropout,
  gaussianNoise,
  batchNormalization,
  layerNormalization,
  add,
  average,
  concatenate,
  maximum,
  multiply,
  activation,
  linear,
  relu,
  leakyRelu,
  elu,
  gelu,
  softplus,
  sigmoid,
  tanh,
  step,
  softmax,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal,
  orthogonal,
  zeros,
  ones,
  constant,
  l1,
  l2,
  l1l2,
];
