import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/18-param-count/exercise.ts exports. */
export const exports = {
  denseParams: pure(returns.number),
  ratio: pure(returns.number),
  conv2dParams: pure(returns.number),
  batchNormParams: pure(returns.record({ trainable: returns.number, nonTrainable: returns.number })),
  shapeAfter: pure(returns.numbers),
  countModel: pure(
    returns.record({ trainable: returns.number, nonTrainable: returns.number, total: returns.number }),
  ),
  accuracy: returns.number,
  gapStudy: asynchronous(
    returns.list(
      returns.record({
        width: returns.number,
        params: returns.number,
        ratio: returns.number,
        trainAccuracy: returns.number,
        validationAccuracy: returns.number,
        gap: returns.number,
        model: returns.model,
      }),
    ),
  ),
};
