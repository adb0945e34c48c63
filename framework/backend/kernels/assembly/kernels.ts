export { multiply, multiplyScratchBytes } from './matmul';
export {
  convolutionFilterGradient,
  convolutionInputGradient,
  convolutionScratchBytes,
  convolve,
} from './conv2d';
export { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise';
export { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pooling';
export { activate, activationGradient, addBiasAndActivate } from './activation';
export { softmax, softmaxCrossEntropy } from './softmax';
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
