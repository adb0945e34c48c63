import type { ComponentSpec } from '../component/component.ts';

/**
 * The name under which results, targets and callbacks know a metric of an experiment: its option `name`, else its
 * type. Two metrics of one type need a name: `{ type: topKAccuracy, k: 1, name: top1 }`.
 */
export function metricName({ name, type }: ComponentSpec): string {
  return typeof name === 'string' ? name : type;
}
