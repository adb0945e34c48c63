import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkAugment } from './hidden-augment.ts';
import { checkChanges } from './hidden-changes.ts';
import { checkLooking } from './hidden-looking.ts';
import { checkRecord } from './hidden-record.ts';
import { checkTrained } from './hidden-trained.ts';

exercise('29-augment-symmetry', exports, (context) => {
  checkChanges(context);
  checkAugment(context);
  checkRecord(context);
  checkTrained(context);
  checkLooking(context);
});
