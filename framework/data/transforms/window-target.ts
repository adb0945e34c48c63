import type { Column } from '../table.ts';

/**
 * How the target of a window follows from those of its rows: `last` the one at its end, `majority` the most frequent
 * class (of several the one latest in the window), `any` the event as soon as one row has it, else as `majority`.
 */
export function windowTarget(label: 'last' | 'majority' | 'any', event: string | undefined) {
  return (target: Column, atEnd: Column, windows: readonly Int32Array[]): Column => {
    if (label === 'last') return atEnd;
    if (target.kind !== 'category') throw new Error(`"${target.name}" is no column of categories`);
    const eventCode = event === undefined ? -1 : target.categories.indexOf(event);
    const codes = Int32Array.from(windows, (rows) => {
      const own = rows.map((row) => target.codes[row]!);
      return eventCode >= 0 && own.includes(eventCode) ? eventCode : mostFrequent(own);
    });
    return { ...target, codes };
  };
}

function mostFrequent(codes: Int32Array): number {
  const counts = new Map<number, number>();
  let best = codes.at(-1)!;
  for (const code of codes.toReversed()) {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > counts.get(best)!) best = code;
  }
  return best;
}
