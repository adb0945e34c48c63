/** Twenty gradients. */
export const GRADIENTS = [
  -0.7, 1.56, 2.66, -0.49, -0.84, -0.14, -1.12, 1.29, 2.78, -0.08, -0.52, -0.2, -1.5, 0.93, 2.79, 0.28, -0.13,
  -0.14, -1.83, 0.52,
];

/**
 * Where a weight of 1 is after them with the optimizers of TensorFlow.js 4.22 (cpu), a learning rate of 0.1 and otherwise the
 * usual settings. Adadelta is missing, which there divides by the mean square before the present gradient, other than in
 * its paper; nadam and ftrl do not exist there.
 */
export const AFTER_TWENTY = {
  sgd: 0.488,
  momentum: -3.042862,
  nesterov: -3.150576,
  adagrad: 0.902102,
  rmsprop: 0.699813,
  adam: 0.596609,
  adamax: 0.813261,
};

/** The usual settings, with that learning rate. */
export const USUAL = {
  lr: 0.1,
  beta: 0.9,
  decay: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
  start: 0.1,
  l1: 0,
  l2: 0,
};
