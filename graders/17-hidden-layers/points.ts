import type { Stream } from 'descent/grading';

/** Points of the plane with a label each, 0 or 1. */
export interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What labels a point, and which points are left out: those for which it brings undefined. */
type Rule = (x1: number, x2: number) => number | undefined;

/** How often an arm of the spiral goes round the middle. */
const TURNS = 1.75;

/** As many points of each label, uniform in the square from -1 to 1. */
function drawBalanced(stream: Stream, count: number, rule: Rule): Points {
  const xs: number[][] = [];
  const labels: number[] = [];
  const left = [Math.ceil(count / 2), Math.floor(count / 2)];
  while (xs.length < count) {
    const x = [2 * stream.uniform() - 1, 2 * stream.uniform() - 1];
    const label = rule(x[0]!, x[1]!);
    if (label === undefined || left[label] === 0) continue;
    left[label]!--;
    xs.push(x);
    labels.push(label);
  }
  return { xs, labels };
}

/** Four quadrants: label 1 where exactly one coordinate is above 0. Points near an axis are left out. */
export function drawQuadrants(stream: Stream, count: number): Points {
  return drawBalanced(stream, count, (x1, x2) => {
    if (Math.min(Math.abs(x1), Math.abs(x2)) < 0.02) return undefined;
    return x1 > 0 === x2 > 0 ? 0 : 1;
  });
}

/** A disk in a ring: label 1 inside. Between them is a gap. */
export function drawCircle(stream: Stream, count: number): Points {
  return drawBalanced(stream, count, (x1, x2) => {
    const radius = Math.hypot(x1, x2);
    if (radius < 0.5) return 1;
    return radius > 0.6 && radius < 1 ? 0 : undefined;
  });
}

/**
 * Two arms that wind around each other, one for each label, in turn. An arm makes a turn and a half while its distance from the
 * middle goes from 0 to 1; each point is moved by a normal number of that spread in both directions.
 */
export function drawSpiral(stream: Stream, count: number, spread = 0.03): Points {
  const points = Array.from({ length: count }, (_, index) => {
    const label = index % 2;
    const radius = 0.05 + 0.95 * stream.uniform();
    const angle = TURNS * 2 * Math.PI * radius + label * Math.PI;
    const x = [radius * Math.sin(angle), radius * Math.cos(angle)];
    return { x: x.map((value) => value + spread * stream.normal()), label };
  });
  return { xs: points.map(({ x }) => x), labels: points.map(({ label }) => label) };
}
