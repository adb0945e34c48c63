import type { ClassificationEvaluation } from './evaluation-of-task.ts';

/** The rows of a part from the highest score for a class to the lowest. */
export interface RankedRows {
  /** Row numbers in that order. */
  readonly order: Int32Array;
  /** 1 where the row at that place is of the class. */
  readonly isOfClass: Uint8Array;
  /** 1 where the next row has a lower score, and at the end: between equals no threshold can lie. */
  readonly isLastOfEquals: Uint8Array;
}

/** Up to that many rows a score and its row number fit together into the 53 bits of a number. */
const PACKED_ROWS = 2 ** 21;

/** Ranks the rows of a part by the probability of one class; undefined where one of them is NaN. */
export function rankRows(
  { rows, classes, labels, probabilities }: ClassificationEvaluation,
  judgedClass: number,
): RankedRows | undefined {
  const scores = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    // Adding 0 makes −0 the 0 that it equals.
    const score = probabilities[row * classes.length + judgedClass]! + 0;
    if (Number.isNaN(score)) return undefined;
    scores[row] = score;
  }
  const order = sortedByScore(scores);
  return {
    order,
    isOfClass: Uint8Array.from(order, (row) => (labels[row] === judgedClass ? 1 : 0)),
    isLastOfEquals: Uint8Array.from(order, (row, place) =>
      scores[order[place + 1]!] === scores[row] ? 0 : 1,
    ),
  };
}

/** Row numbers by falling score. */
function sortedByScore(scores: Float32Array): Int32Array {
  if (scores.length > PACKED_ROWS) {
    return Int32Array.from(scores.keys()).sort((left, right) => scores[right]! - scores[left]!);
  }
  // Sorting plain numbers is many times faster than with a comparison in JavaScript. The bits of a positive
  // float, read as an integer, grow with it; those of a negative one fall.
  const bits = new Uint32Array(scores.buffer);
  const keys = Float64Array.from(bits, (value, row) => {
    const ascending = value >= 0x80000000 ? ~value >>> 0 : (value | 0x80000000) >>> 0;
    return ascending * PACKED_ROWS + row;
  }).sort();
  const last = keys.length - 1;
  return Int32Array.from(keys, (_, place) => keys[last - place]! % PACKED_ROWS);
}

/** The classes that a metric of one class against the rest is taken over: of two only the second. */
export function judgedClasses(classes: readonly string[]): readonly number[] {
  return classes.length === 2 ? [1] : classes.map((_, index) => index);
}

/**
 * A metric of one class against the rest, as the mean over the classes for which it is defined, with every row
 * counted any number of times. The rows are ranked once, so that a bootstrap does not sort again for every draw.
 * @param area the metric of one class from its ranked rows and the times that each row counts; NaN where undefined
 */
export function averageOfRankings(
  evaluation: ClassificationEvaluation,
  area: (ranked: RankedRows, counts: Int32Array) => number,
): (counts: Int32Array) => number {
  const rankings: RankedRows[] = [];
  for (const judgedClass of judgedClasses(evaluation.classes)) {
    const ranked = rankRows(evaluation, judgedClass);
    if (ranked === undefined) return () => Number.NaN;
    rankings.push(ranked);
  }
  return (counts) => {
    const areas = rankings.map((ranked) => area(ranked, counts)).filter((value) => !Number.isNaN(value));
    return areas.reduce((sum, value) => sum + value, 0) / areas.length;
  };
}

/** Every row counts once. */
export function onceEach(rows: number): Int32Array {
  return new Int32Array(rows).fill(1);
}
