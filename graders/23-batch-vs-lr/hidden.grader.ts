import { exercise } from 'descent/grading';
import { exports } from './exports.ts';
import { checkRules } from './hidden-rules.ts';
import { checkRuns } from './hidden-runs.ts';
import { checkTables } from './hidden-tables.ts';

exercise('23-batch-vs-lr', exports, (context) => {
  checkRules(context);
  checkRuns(context);
  checkTables(context);
});
