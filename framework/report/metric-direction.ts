import { metricComponents } from '../metrics/components.ts';

/** Which way is better for a metric of that name; `none` where it is not known, as for a user's own. */
export function metricDirection(name: string): 'higher' | 'lower' | 'none' {
  if (name === 'loss') return 'lower';
  const component = metricComponents.find(({ kind, type }) => kind === 'metric' && type === name);
  if (component?.kind !== 'metric') return 'none';
  return component.build(component.example as never, undefined).direction;
}
