import { metricName } from '../../../metrics/metric-name.ts';
import type { Problem } from '../../../document/problem.ts';
import type { Task } from '../../../training/loss.ts';
import { problemAt, type Check, type CheckContext } from './check.ts';

/** Every metric has a name of its own, which is neither `loss` nor the type of another metric. */
export const checkMetricNames: Check = (context) => {
  const { metrics } = context.spec;
  const names = metrics.map(metricName);
  return metrics.flatMap((spec, index) => {
    const { type } = spec;
    const name = names[index]!;
    const at = (words: { message: string; fix: string }) => [
      problemAt(context, spec.name === undefined ? ['metrics', index] : ['metrics', index, 'name'], words),
    ];
    if (name === 'loss') {
      return at({
        message: 'a metric may not be named loss',
        fix: 'Choose another name: the loss has that one.',
      });
    }
    if (name !== type && context.registry.find('metric', name) !== undefined) {
      return at({
        message: `${name} is the type of another metric, but this one is ${type}`,
        fix: 'Choose another name.',
      });
    }
    const first = names.indexOf(name);
    if (first === index) return [];
    if (spec.name !== undefined) {
      return at({ message: `two metrics are named ${name}`, fix: 'Choose another name for one of them.' });
    }
    const difference = Object.entries(spec).find(([option, value]) => value !== metrics[first]![option]);
    return at({
      message: `the metric ${type} is given twice`,
      fix: difference
        ? `Give one of them a name of its own, such as name: ${type}-${String(difference[1])}.`
        : 'Remove one of them.',
    });
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
