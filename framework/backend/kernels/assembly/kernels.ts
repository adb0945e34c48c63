export { multiply, multiplyScratchBytes } from './matmul';
export {
  convolutionFilterGradient,
  convolutionInputGradient,
  convolutionScratchBytes,
  convolve,
} from './conv2d';
export { depthwiseConvolve, depthwiseFilterGradient, depthwiseInputGradient } from './depthwise';
export { averagePool, averagePoolGradient, maxPool, maxPoolGradient, passToAllLargest } from './pooling';
export { activate, activationGradient, addBiasAndActivate } from './activation';
export { softmax, softmaxCrossEntropy, softmaxGradient } from './softmax';
export { columnSums, rowSums, segmentSums, sumOfFloats, sumOfSquares } from './reduce';
export {
  adagrad,
  adam,
  addScaledInPlace,
  clipInPlace,
  integerPower,
  momentum,
  rmsprop,
  scaleInPlace,
  sgd,
} from './optimizers';
export { adadelta, adamax, ftrl, nadam } from './adaptive-optimizers';
export { lossAndGradient, oneHot, weightedSum } from './losses';
export { moveTowards, normalizeBatch, normalizeBatchGradient } from './normalization';
export {
  addSignsInPlace,
  clear,
  clip,
  gelu,
  geluGradient,
  multiplyElements,
  stepFunction,
  sumOfSizes,
} from './elementwise';
