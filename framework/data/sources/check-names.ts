import { ComponentProblem } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';

/** @throws ComponentProblem when the option `columns` names a column that the file does not have */
export function checkNames(names: readonly string[], header: readonly string[]): void {
  const unknown = names.find((name) => !header.includes(name));
  if (unknown === undefined) return;
  throw new ComponentProblem(`unknown column "${unknown}"`, {
    option: 'columns',
    fix: didYouMean(unknown, header) ?? `The columns are ${header.join(', ')}.`,
  });
}
