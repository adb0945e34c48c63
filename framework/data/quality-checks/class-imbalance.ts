import { columnOf } from '../table-rows.ts';
import { grouped, percent, type QualityCheck } from './quality-check.ts';

/** Classes of a target that are much rarer than others. */
export const classImbalance: QualityCheck = ({ table, targets }) =>
  targets.flatMap((name) => {
    const target = columnOf(table, name);
    if (target.kind !== 'category') return [];
    const counts = new Int32Array(target.categories.length);
    for (const code of target.codes) if (code >= 0) counts[code]!++;
    const present = counts.reduce((left, right) => left + right, 0);
    const largest = counts.indexOf(Math.max(...counts));
    const smallest = counts.indexOf(Math.min(...counts));
    if (present === 0) return [];
    if (counts[smallest] === 0) {
      return [
        {
          check: 'classImbalance',
          severity: 'warning' as const,
          message: `No row has the class ${target.categories[smallest]} of ${name}.`,
          fix: 'Use more rows, or check the file: what never occurs cannot be learned.',
        },
      ];
    }
    const ratio = counts[largest]! / counts[smallest]!;
    if (ratio < 3) return [];
    return [
      {
        check: 'classImbalance',
        severity: ratio >= 10 ? ('warning' as const) : ('note' as const),
        message: `The class ${target.categories[largest]} of ${name} is ${Number(ratio.toPrecision(2))} times as frequent as ${target.categories[smallest]} (${grouped(counts[largest]!)} and ${grouped(counts[smallest]!)} rows); always answering it is right for ${percent(counts[largest]! / present)}.`,
        fix: 'Judge by balancedAccuracy, macroF1 or the confusion matrix instead of accuracy, weigh the classes (training.classWeights: balanced), and stratify the split by the target, unless it goes by time.',
      },
    ];
  });
