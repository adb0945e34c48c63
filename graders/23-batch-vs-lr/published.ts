/** A row of the table of Wilson and Martinez: learning rate, batch size, best word accuracy in percent, training epochs or '+'. */
type Line = readonly [lr: number, batch: number, percent: number, epochs: number | '+'];

const LINES: readonly Line[] = [
  [0.1, 1, 96.49, 21],
  [0.1, 10, 96.13, 41],
  [0.1, 100, 95.39, 43],
  [0.1, 1000, 84.13, '+'],
  [0.01, 1, 96.49, 27],
  [0.01, 10, 96.49, 27],
  [0.01, 100, 95.76, 46],
  [0.01, 1000, 95.2, 1612],
  [0.01, 20_000, 23.25, '+'],
  [0.001, 1, 96.49, 402],
  [0.001, 100, 96.68, 468],
  [0.001, 1000, 96.13, 405],
  [0.001, 20_000, 90.77, 1966],
  [0.0001, 1, 96.68, 4589],
  [0.0001, 100, 96.49, 5340],
  [0.0001, 1000, 96.49, 5520],
  [0.0001, 20_000, 96.31, 8343],
];

/**
 * "The general inefficiency of batch training for gradient descent learning" (2003), the table that deck 003 shows: a speech task of 20,000
 * examples. The '+' are runs that were stopped before they had converged, after 4,747 and 4,865 epochs.
 */
export const PUBLISHED = LINES.map(([lr, batch, percent, epochsToTarget]) => ({
  lr,
  batch,
  best: percent / 100,
  epochsToTarget,
}));
