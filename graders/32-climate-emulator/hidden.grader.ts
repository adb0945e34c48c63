import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkFeatures } from './hidden-features.ts';
import { checkNetwork } from './hidden-network.ts';
import { checkOnline } from './hidden-online.ts';
import { checkReport } from './hidden-report.ts';
import { checkTruth } from './hidden-truth.ts';
import { makeTrial } from './trial.ts';

exercise('32-climate-emulator', exports, (context) => {
  const trial = makeTrial(context);
  checkTruth(context);
  checkFeatures(context);
  checkNetwork(context, trial);
  checkOnline(context, trial);
  checkReport(context, trial);
});
