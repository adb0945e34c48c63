import { ComponentProblem } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';

/** @throws ComponentProblem when the option `classes` names no column */
export function checkClasses(classes: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const unknown = Object.keys(classes).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new ComponentProblem(`unknown column "${unknown}"`, {
    option: `classes.${unknown}`,
    fix: didYouMean(unknown, names) ?? `The columns are ${names.join(', ')}.`,
  });
}
