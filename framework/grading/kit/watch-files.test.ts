import { EventEmitter } from 'node:events';
import { mkdirSync, renameSync, rmSync, type FSWatcher, type watch } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestKit, type TestKit } from './test-kit.ts';
import { stateOf, watchFiles, type WatchOptions } from './watch-files.ts';

const FILE = 'exercises/02-twice/exercise.ts';

let kit: TestKit;
let stop = (): void => undefined;
/** What was called since the last wait. */
let events: string[];
let wake: (() => void) | undefined;
beforeEach(() => {
  kit = makeTestKit();
  events = [];
});
afterEach(() => {
  stop();
});

const note = (event: string): void => {
  events.push(event);
  wake?.();
};
/** Waits for an event; that it never comes is for the limit of the test to notice. */
const next = async (event: string): Promise<void> => {
  while (!events.includes(event)) await new Promise<void>((resolve) => (wake = resolve));
  events = [];
};
const twice = () => ({ folder: kit.path('exercises/02-twice'), files: ['exercise.ts'] });
const start = (options: Partial<WatchOptions> = {}): void => {
  const watched = [twice(), { folder: kit.path('exercises/05-sum'), files: ['exercise.ts'] }];
  stop = watchFiles(watched, {
    onChange: (folder) => {
      note(folder === twice().folder ? 'twice' : 'sum');
    },
    onPolling: (reason) => {
      note(`polling: ${reason}`);
    },
    ...options,
  });
};
const refusing = ((): never => {
  throw new Error('ENOSPC: System limit for number of file watchers reached');
}) as unknown as typeof watch;

describe.each<[string, Partial<WatchOptions>]>([
  ['told by the system', {}],
  ['looked at regularly', { poll: true }],
])('changes that are %s', (_, options) => {
  it('are seen when a file is written, replaced by renaming, deleted and made anew', async () => {
    start(options);
    kit.write(FILE, 'one');
    await next('twice');
    kit.write('exercises/02-twice/exercise.ts~', 'two');
    renameSync(kit.path('exercises/02-twice/exercise.ts~'), kit.path(FILE));
    await next('twice');
    rmSync(kit.path(FILE));
    await next('twice');
    kit.write(FILE, 'three');
    await next('twice');
    kit.write('exercises/05-sum/exercise.ts', 'four');
    await next('sum');
  });

  it('are seen in a folder that was deleted and made anew', async () => {
    start(options);
    rmSync(twice().folder, { recursive: true });
    await next('twice');
    mkdirSync(twice().folder);
    kit.write(FILE, 'one');
    await next('twice');
    kit.write(FILE, 'once more');
    await next('twice');
  });
});

describe('a system that does not tell of changes', () => {
  it('is said once, and files are looked at instead', async () => {
    start({ watchFolder: refusing });
    expect(events).toEqual(['polling: ENOSPC: System limit for number of file watchers reached']);
    kit.write(FILE, 'one');
    await next('twice');
  });

  it('may say so later', async () => {
    const watchers: EventEmitter[] = [];
    const failing = (() => {
      const watcher = Object.assign(new EventEmitter(), { close: () => undefined });
      watchers.push(watcher);
      return watcher as unknown as FSWatcher;
    }) as unknown as typeof watch;
    start({ watchFolder: failing });
    expect(events).toEqual([]);
    watchers[1]!.emit('error', new Error('EMFILE'));
    watchers[2]!.emit('error', new Error('EMFILE'));
    expect(events).toEqual(['polling: EMFILE']);
    kit.write('exercises/05-sum/exercise.ts', 'one');
    await next('sum');
  });
});

it('the state of files changes with every save and when one is missing', () => {
  const before = stateOf(twice());
  expect(stateOf(twice())).toBe(before);
  kit.write(FILE, 'other');
  const after = stateOf(twice());
  expect(after).not.toBe(before);
  rmSync(kit.path(FILE));
  expect(stateOf(twice())).toBe('missing');
});
