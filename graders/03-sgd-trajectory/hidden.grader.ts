import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkBatches } from './hidden-batches.ts';
import { checkCurve } from './hidden-curve.ts';
import { checkDescent } from './hidden-descent.ts';

exercise('03-sgd-trajectory', exports, (context) => {
  checkBatches(context);
  checkDescent(context);
  checkCurve(context);
});
