import type { TrainingEvent } from '../../../../training/event.ts';
import type { ExperimentAnswer } from '../../protocol.ts';

/** What was measured in a run, value by value over the epochs. */
export interface History {
  readonly add: (event: TrainingEvent) => void;
  /** Each value before training and after every epoch; NaN where it was not measured. */
  read(): ExperimentAnswer['history'];
}

/** An empty history. */
export function createHistory(): History {
  const measured: Readonly<Record<string, number>>[] = [];
  return {
    add(event) {
      if (event.type === 'start' || event.type === 'epoch') measured.push(event.values);
    },
    read() {
      const names = [...new Set(measured.flatMap((values) => Object.keys(values)))];
      return names.map((name) => ({ name, values: measured.map((values) => values[name] ?? NaN) }));
    },
  };
}
