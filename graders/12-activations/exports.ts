import { pure, returns } from 'descent/grading';

/** NaN and Infinity pass here, so that a check can say for which input they came. */
const activated = returns.record({ value: returns.anyNumber, slope: returns.anyNumber });

/** What exercises/12-activations/exercise.ts exports. */
export const exports = {
  step: activated,
  identity: activated,
  relu: activated,
  leakyRelu: activated,
  sigmoid: activated,
  tanh: activated,
  elu: activated,
  softplus: activated,
  gelu: activated,
  softmax: pure(returns.numbers),
  softmaxJacobian: pure(returns.list(returns.numbers)),
  slopeThrough: returns.number,
};
