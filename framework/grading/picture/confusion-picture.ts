import { confusionSpec } from '../../page/charts/confusion-spec.ts';
import type { PictureSpec } from './picture.ts';

/** Rows and what became of them. */
export interface Classified {
  /** Names of the classes. */
  readonly classes: readonly string[];
  /** The true class of each row, as an index. */
  readonly truth: ArrayLike<number>;
  /** The class that was named, as an index; -1 for a name that is none of them, which is not counted. */
  readonly named: ArrayLike<number>;
}

/**
 * A picture of a confusion matrix, the one that reports have too: a row for each true class, a column for each class that was named. It
 * has the colors of pages and lessons.
 * @throws Error when there are not as many names as rows
 */
export function confusionPicture({ classes, truth, named }: Classified): PictureSpec {
  if (truth.length !== named.length) throw new Error(`${named.length} answers for ${truth.length} rows`);
  const values = classes.map(() => classes.map(() => 0));
  for (let row = 0; row < truth.length; row++) {
    const counts = values[truth[row]!]!;
    const guess = named[row]!;
    if (guess >= 0 && guess < classes.length) counts[guess]!++;
  }
  return confusionSpec(
    { rowNames: classes, columnNames: classes, values },
    { cell: 96, width: 480, fontSize: 18 },
  );
}
