import { createStream, loadDataset, logisticBaseline } from 'descent/grading';

/** What a trained model says of digits that it has not seen, and what they are. */
export interface JudgedDigits {
  /** Ten probabilities for each digit. */
  readonly probabilities: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

const SIDE = 28;
/** Pixels that become one, to each side: a picture of 7 by 7 is enough to tell most digits. */
const BLOCK = 4;
const TRAINING = 2000;
const JUDGED = 2000;

let judged: Promise<JudgedDigits> | undefined;

/**
 * Trains a softmax regression on 2,000 digits of MNIST, made coarse, and has it judge 2,000 others. It takes about a second,
 * once a process, and is the same everywhere.
 */
export function judgedDigits(): Promise<JudgedDigits> {
  return (judged ??= judge());
}

async function judge(): Promise<JudgedDigits> {
  const { parts } = await loadDataset('mnist');
  const { rows, columns } = parts[0]!.table;
  const [images, classes] = columns;
  if (images?.kind !== 'tensor' || classes?.kind !== 'category') throw new Error('MNIST is not as expected');
  const order = createStream(14).derive('digits').permutation(rows);
  const digits = Array.from(order.subarray(0, TRAINING + JUDGED), (row) => ({
    pixels: coarsened(images.values.subarray(row * SIDE * SIDE, (row + 1) * SIDE * SIDE)),
    label: classes.codes[row]!,
  }));
  const known = digits.slice(0, TRAINING);
  const unseen = digits.slice(TRAINING);
  const flat = logisticBaseline(
    {
      rows: known.map(({ pixels }) => pixels),
      labels: Int32Array.from(known, ({ label }) => label),
      classes: 10,
    },
    unseen.map(({ pixels }) => pixels),
  );
  return {
    probabilities: unseen.map((_, row) => Array.from(flat.subarray(10 * row, 10 * row + 10))),
    labels: unseen.map(({ label }) => label),
  };
}

/** The mean brightness of each block of pixels. */
function coarsened(image: ArrayLike<number>): number[] {
  const side = SIDE / BLOCK;
  const means = new Array<number>(side * side).fill(0);
  for (let pixel = 0; pixel < image.length; pixel++) {
    const row = Math.floor(pixel / SIDE / BLOCK);
    const column = Math.floor((pixel % SIDE) / BLOCK);
    means[row * side + column]! += image[pixel]! / BLOCK ** 2;
  }
  return means;
}
