import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkEpoch } from './hidden-epoch.ts';
import { checkFit } from './hidden-fit.ts';
import { checkValidation } from './hidden-validation.ts';

exercise('19-training-loop', exports, (context) => {
  checkValidation(context);
  checkEpoch(context);
  checkFit(context);
});
