import { planData } from '../../data/plan.ts';
import type { Problem } from '../../document/problem.ts';
import { checkBatchSize } from './checks/batch-size.ts';
import type { Check, CheckContext, ModelCheckContext } from './checks/check.ts';
import { checkClassWeights } from './checks/class-weights.ts';
import { checkColumns } from './checks/columns.ts';
import { checkFusedStep } from './checks/fused-step.ts';
import { checkLayerNames } from './checks/layer-names.ts';
import { checkWiring, modelOutputShape } from './checks/layer-shapes.ts';
import { checkLossAndHead } from './checks/loss-and-head.ts';
import { checkLossAndTarget } from './checks/loss-and-target.ts';
import { checkMeasuredValues } from './checks/measured-values.ts';
import { checkMetricNames, checkMetricTasks } from './checks/metrics.ts';
import { checkSplitColumns } from './checks/split-columns.ts';
import { checkSplitRows } from './checks/split-rows.ts';
import { problemOf } from './component-problem.ts';

/** What can be looked at whatever else is wrong. */
const CHECKS: readonly Check[] = [
  checkLayerNames,
  checkWiring,
  checkBatchSize,
  checkMetricNames,
  checkMeasuredValues,
  checkFusedStep,
];

/** What is wrong within the section `data`; the other sections are not looked at. */
export const runDataChecks: Check = (context) => [
  ...checkColumns(context),
  ...checkSplitColumns(context),
  ...checkSplitRows(context),
];

/**
 * Everything that is wrong between the values of an experiment. What the model gets is followed only while the
 * data side is right, and its output judged only while the layers fit: a message about what follows from
 * another mistake helps nobody.
 */
export function runChecks(context: CheckContext): readonly Problem[] {
  const dataProblems = runDataChecks(context);
  const problems = [...dataProblems, ...CHECKS.flatMap((check) => check(context))];
  const canBePlanned = dataProblems.length === 0 && context.parts.problems.length === 0;
  const rest =
    context.source && canBePlanned
      ? runModelChecks(context, context.source.columns)
      : checkMetricsAgainstLoss(context);
  return [...problems, ...rest];
}

function runModelChecks(
  context: CheckContext,
  columns: NonNullable<CheckContext['source']>['columns'],
): readonly Problem[] {
  let modelContext: ModelCheckContext;
  try {
    const { inputShape, target } = planData(context.spec.data, columns, context.registry);
    modelContext = { ...context, inputShape, target };
  } catch (error) {
    return [problemOf(error, context.document, ['data']), ...checkMetricsAgainstLoss(context)];
  }
  const { target } = modelContext;
  const lossProblems = checkLossAndTarget(modelContext);
  const problems = [
    ...lossProblems,
    ...checkClassWeights(modelContext),
    ...(target.kind === 'classes'
      ? checkMetricTasks(context, 'classification', `the target "${target.name}" holds classes`)
      : checkMetricTasks(context, 'regression', `the target "${target.names.join('", "')}" holds numbers`)),
  ];
  // Reported already.
  if (checkWiring(context).length > 0) return problems;
  const output = modelOutputShape(modelContext);
  if ('problem' in output) return [...problems, output.problem];
  return lossProblems.length > 0 ? problems : [...problems, ...checkLossAndHead(modelContext, output.shape)];
}

/** While the target is not known, the loss tells what will be predicted. */
function checkMetricsAgainstLoss(context: CheckContext): readonly Problem[] {
  const task = context.parts.at('loss', 'training', 'loss')?.task;
  if (task === undefined) return [];
  return checkMetricTasks(context, task, `the loss ${context.spec.training.loss.type} is for ${task}`);
}
