import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import type { QualityFinding } from '../data/quality.ts';
import { PART_NAMES, type PartName } from '../data/split.ts';

/** What `data-quality.json` in a run folder holds. */
export interface DataReport {
  /** Rows that were used. */
  readonly rows: number;
  /** Rows dropped because a value was missing. */
  readonly droppedRows: number;
  readonly parts: Readonly<Record<PartName, PartReport>>;
  /** Names of the inputs where they are columns, after the transforms. */
  readonly features: readonly string[];
  /** Of one row, without the batch axis. */
  readonly inputShape: readonly number[];
  /** The columns that are predicted. */
  readonly targets: readonly string[];
  readonly findings: readonly QualityFinding[];
}

export interface PartReport {
  readonly rows: number;
  /** Rows of each class, in the order of the classes; for classification. */
  readonly classCounts?: readonly { readonly name: string; readonly rows: number }[];
  /** The targets in the unit of the source; for regression, where the part has rows. */
  readonly targetSummary?: readonly TargetSummary[];
}

export interface TargetSummary {
  readonly name: string;
  readonly mean: number;
  /** With n − 1 in the denominator; 0 for a single row. */
  readonly standardDeviation: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Describes prepared data for the run folder. */
export function describeData(data: PreparedData): DataReport {
  const parts = Object.fromEntries(
    PART_NAMES.map((name) => [name, describePart(data, data.parts[name])]),
  ) as Record<PartName, PartReport>;
  return {
    rows: PART_NAMES.reduce((sum, name) => sum + data.parts[name].rows, 0),
    droppedRows: data.droppedRows,
    parts,
    features: data.featureNames,
    inputShape: data.inputShape,
    targets: data.target.kind === 'classes' ? [data.target.name] : data.target.names,
    findings: data.quality,
  };
}

function describePart(data: PreparedData, part: PreparedPart): PartReport {
  const { target } = data;
  if (target.kind === 'classes') {
    const counts = new Array<number>(target.classes.length).fill(0);
    for (const label of part.targets) counts[label]!++;
    return {
      rows: part.rows,
      classCounts: target.classes.map((name, index) => ({ name, rows: counts[index]! })),
    };
  }
  if (part.rows === 0) return { rows: 0 };
  const values = data.invertTarget(part.targets as Float32Array);
  return {
    rows: part.rows,
    targetSummary: target.names.map((name, index) =>
      summarize(
        name,
        values.filter((_, position) => position % target.names.length === index),
      ),
    ),
  };
}

function summarize(name: string, values: Float32Array): TargetSummary {
  let mean = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const value of values) {
    mean += value / values.length;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const standardDeviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  return { name, mean, standardDeviation, minimum, maximum };
}
