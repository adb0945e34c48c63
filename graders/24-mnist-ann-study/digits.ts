import { columnOf, loadDataset, selectRows, type Stream, type Table } from 'descent/grading';

/** Digits for the runs to learn from, and others to judge them by. */
export interface Digits {
  /** 2,500 images with their labels: what the experiment takes of MNIST. */
  readonly training: Table;
  /** 2,000 other images, without their labels. */
  readonly heldOut: Table;
  /** Those labels. */
  readonly labels: Int32Array;
}

const TRAINING = 2500;
const HELD_OUT = 2000;

let mnist: Promise<Table> | undefined;

/** Draws digits of MNIST, none of them twice. */
export async function drawDigits(stream: Stream): Promise<Digits> {
  mnist ??= loadDataset('mnist').then(({ parts }) => parts[0]!.table);
  const table = await mnist;
  const order = stream.permutation(table.rows);
  const heldOut = selectRows(table, order.slice(TRAINING, TRAINING + HELD_OUT));
  const label = columnOf(heldOut, 'label');
  if (label.kind !== 'category') throw new Error('the labels of MNIST are categories');
  return {
    training: selectRows(table, order.slice(0, TRAINING)),
    heldOut: { ...heldOut, columns: heldOut.columns.filter((column) => column !== label) },
    labels: label.codes,
  };
}

/** How good predictions are. */
export interface Measured {
  /** The share of right answers. */
  readonly accuracy: number;
  /** The mean of −log p, where p is the probability of the right digit, at least 10⁻⁷. */
  readonly loss: number;
}

/** Measures probabilities `[digits, 10]` by the labels. */
export function measure(probabilities: ArrayLike<number>, labels: Int32Array): Measured {
  const classes = probabilities.length / labels.length;
  let right = 0;
  let loss = 0;
  labels.forEach((label, row) => {
    const own = Array.from({ length: classes }, (_, index) => probabilities[row * classes + index]!);
    if (own.indexOf(Math.max(...own)) === label) right++;
    loss -= Math.log(Math.max(own[label]!, 1e-7));
  });
  return { accuracy: right / labels.length, loss: loss / labels.length };
}
