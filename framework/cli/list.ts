import chalk from 'chalk';
import { didYouMean } from '../document/suggest.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { EXIT } from './exit.ts';
import { listExercises } from './list-exercises.ts';
import { twoColumns } from './text-columns.ts';

/** What `descent list` is told. */
export interface ListOptions {
  /** What to list: `components`; without it the exercises. */
  readonly what?: string;
  /** Print `[{ kind, type, summary }]` instead of text. */
  readonly json?: boolean;
}

/**
 * `descent list`: the exercises. `descent list components`: everything that an experiment file can name, by kind.
 * @returns the exit code: 2 when it is asked for something else
 */
export function list(
  { what, json = false }: ListOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  if (what === undefined || what === 'exercises') return listExercises({ json }, { write });
  if (what !== 'components') {
    const question = didYouMean(what, ['components', 'exercises']) ?? 'Try: descent list components';
    write(`there is no list of "${what}". ${question}\n`);
    return Promise.resolve(EXIT.wrongInput);
  }
  const components = builtInRegistry.components.map(({ kind, type, summary }) => ({ kind, type, summary }));
  write(json ? `${JSON.stringify(components, undefined, 2)}\n` : `${inWords(components)}\n`);
  return Promise.resolve(EXIT.done);
}

function inWords(components: readonly { kind: string; type: string; summary: string }[]): string {
  const blocks = [...new Set(components.map(({ kind }) => kind))].map((kind) => {
    const own = components.filter((component) => component.kind === kind);
    return [chalk.bold(kind), ...twoColumns(own.map(({ type, summary }) => [type, summary]))].join('\n');
  });
  return [...blocks, 'More about one: descent explain dense'].join('\n\n');
}
