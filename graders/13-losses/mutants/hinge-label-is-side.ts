/**
 * Rejected by: hinge on both sides
 * Plausible slip: the label 0 or 1 instead of the side −1 or 1.
 */
export function hinge(label: number, score: number): number {
  return Math.max(0, 1 - label * score);
}
