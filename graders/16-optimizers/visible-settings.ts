/** Settings that make examples short; each check changes what it is about. */
export const PLAIN = {
  lr: 0.1,
  beta: 0.5,
  decay: 0.75,
  beta1: 0.5,
  beta2: 0.75,
  epsilon: 0,
  start: 0,
  l1: 0,
  l2: 0,
};
