/** A smooth function: returns its value and writes its gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Pairs of steps and gradient changes that L-BFGS remembers. */
const MEMORY = 8;

/**
 * Finds the minimum of a smooth convex function by L-BFGS with backtracking (Nocedal and Wright, "Numerical
 * Optimization", 2006, algorithms 7.4 and 3.1). Deterministic.
 * @param start changed in place to the best point found
 * @param evaluations of the objective, at most
 * @returns whether the gradient became small (each part below `tolerance`)
 */
export function minimize(
  objective: Objective,
  start: Float64Array,
  { evaluations, tolerance = 1e-5 }: { evaluations: number; tolerance?: number },
): boolean {
  const size = start.length;
  let gradient = new Float64Array(size);
  let value = objective(start, gradient);
  const memory: { step: Float64Array; change: Float64Array; curvature: number }[] = [];
  for (let spent = 1; spent < evaluations;) {
    if (gradient.every((part) => Math.abs(part) < tolerance)) return true;
    const direction = twoLoop(gradient, memory);
    const slope = dot(direction, gradient);
    // Before any curvature is known, a step of length one at most.
    let length = memory.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    while (spent < evaluations) {
      for (let index = 0; index < size; index++) next[index] = start[index]! + length * direction[index]!;
      nextValue = objective(next, nextGradient);
      spent++;
      // Armijo's condition: the decrease is a fair part of what the slope promised.
      if (nextValue <= value + 1e-4 * length * slope) break;
      length /= 2;
      if (length < 1e-12) return false;
    }
    if (!(nextValue <= value)) return false;
    const step = next.map((after, index) => after - start[index]!);
    const change = nextGradient.map((after, index) => after - gradient[index]!);
    const curvature = dot(step, change);
    if (curvature > 1e-12 * dot(change, change)) {
      memory.push({ step, change, curvature });
      if (memory.length > MEMORY) memory.shift();
    }
    start.set(next);
    gradient = nextGradient;
    value = nextValue;
  }
  return gradient.every((part) => Math.abs(part) < tolerance);
}

/** The quasi-Newton direction: minus the inverse Hessian, as the memory knows it, times the gradient. */
function twoLoop(
  gradient: Float64Array,
  memory: readonly { step: Float64Array; change: Float64Array; curvature: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (let index = memory.length - 1; index >= 0; index--) {
    const { step, change, curvature } = memory[index]!;
    shares[index] = dot(step, direction) / curvature;
    addScaled(direction, -shares[index]!, change);
  }
  const latest = memory.at(-1);
  if (latest) {
    const scale = latest.curvature / dot(latest.change, latest.change);
    for (let index = 0; index < direction.length; index++) direction[index]! *= scale;
  }
  for (const [index, { step, change, curvature }] of memory.entries()) {
    addScaled(direction, shares[index]! - dot(change, direction) / curvature, step);
  }
  return direction;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * right[index]!;
  return sum;
}

function addScaled(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let index = 0; index < to.length; index++) to[index]! += factor * vector[index]!;
}
