import type { Problem } from '../../../document/problem.ts';
import type { Task } from '../../../training/loss.ts';
import { problemAt, type Check, type CheckContext } from './check.ts';

/** Every metric is named once. */
export const checkMetricsOnce: Check = (context) => {
  const types = context.spec.metrics.map(({ type }) => type);
  return types.flatMap((type, index) => {
    if (types.indexOf(type) === index) return [];
    const message = `the metric ${type} is given twice`;
    return [problemAt(context, ['metrics', index], { message, fix: 'Remove one of them.' })];
  });
};

/**
 * Every metric measures what is predicted.
 * @param because what decides it: `the target "species" holds classes`
 */
export function checkMetricTasks(context: CheckContext, task: Task, because: string): readonly Problem[] {
  return context.spec.metrics.flatMap(({ type }, index) => {
    const path = ['metrics', index];
    const metric = context.parts.at('metric', ...path);
    if (!metric || metric.tasks.includes(task)) return [];
    const suitable = context.registry
      .ofKind('metric')
      .map((component) => component.type)
      .filter((name) => name !== type && isFor(context, name, task));
    return [
      problemAt(context, path, {
        message: `the metric ${type} is for ${metric.tasks.join(' and ')}, but ${because}`,
        expected: `a metric for ${task}: ${suitable.join(', ')}`,
      }),
    ];
  });
}

/** Whether a metric, with the options of its example, is for a task. */
function isFor({ registry }: CheckContext, type: string, task: Task): boolean {
  const example = registry.find('metric', type)?.example ?? {};
  return registry.build('metric', { type, ...example }, undefined).tasks.includes(task);
}
