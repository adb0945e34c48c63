import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkHelp } from './hidden-help.ts';
import { checkLoop } from './hidden-loop.ts';
import { checkRules } from './hidden-rules.ts';
import { checkStopping } from './hidden-stopping.ts';

exercise('25-regularize', exports, (context) => {
  checkRules(context);
  checkStopping(context);
  checkLoop(context);
  checkHelp(context);
});
