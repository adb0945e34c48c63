import { existsSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that are saved together: those of one exercise. */
export interface WatchedFolder {
  readonly folder: string;
  /** Names in it. */
  readonly files: readonly string[];
}

/** How files are watched. */
export interface WatchOptions {
  /** Called with the folder after something in it may have changed; never before it is quiet for a moment. */
  readonly onChange: (folder: string) => void;
  /** Called once when the system does not tell of changes and files are looked at regularly instead. */
  readonly onPolling: (reason: string) => void;
  /** Look at the files regularly from the beginning: for network drives, whose changes no system tells of. */
  readonly poll?: boolean;
  /** The system's own, by default. */
  readonly watchFolder?: typeof watch;
}

/** One save makes several events, and editors write in steps: they count as one when they come this close. */
const QUIET_MILLISECONDS = 40;
const POLL_MILLISECONDS = 400;

/**
 * Watches the files of exercises. Folders are watched instead of files, as many editors save by renaming a new file to
 * the old name; the folder above is watched too, so that a folder that is deleted and made anew stays watched.
 * @returns ends it
 */
export function watchFiles(watched: readonly WatchedFolder[], options: WatchOptions): () => void {
  const { watchFolder = watch } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  const watchers = new Map<string, FSWatcher>();
  let polling: NodeJS.Timeout | undefined;

  const changed = (folder: string): void => {
    clearTimeout(timers.get(folder));
    const timer = setTimeout(() => {
      timers.delete(folder);
      options.onChange(folder);
    }, QUIET_MILLISECONDS);
    timers.set(folder, timer);
  };

  const closeWatchers = (): void => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };

  const poll = (reason: string | undefined): void => {
    if (polling !== undefined) return;
    closeWatchers();
    if (reason !== undefined) options.onPolling(reason);
    const seen = new Map(watched.map((each) => [each.folder, stateOf(each)]));
    polling = setInterval(() => {
      for (const each of watched) {
        const state = stateOf(each);
        if (state === seen.get(each.folder)) continue;
        seen.set(each.folder, state);
        changed(each.folder);
      }
    }, POLL_MILLISECONDS);
  };

  /** Watches a folder, from now on or again. */
  const arm = (folder: string, listener: () => void): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    if (polling !== undefined || !existsSync(folder)) return;
    try {
      const watcher = watchFolder(folder, listener);
      watchers.set(folder, watcher);
      watcher.on('error', (error) => {
        // On Windows a folder that is deleted is an error; when it comes back the folder above tells.
        if (existsSync(folder)) poll(error.message);
      });
    } catch (error) {
      poll(error instanceof Error ? error.message : String(error));
    }
  };

  const armAll = (): void => {
    for (const { folder } of watched) {
      arm(folder, () => {
        changed(folder);
      });
    }
  };

  if (options.poll === true) {
    poll(undefined);
  } else {
    armAll();
    for (const parent of new Set(watched.map(({ folder }) => dirname(folder)))) {
      arm(parent, () => {
        armAll();
        for (const { folder } of watched) if (existsSync(folder)) changed(folder);
      });
    }
  }
  return () => {
    closeWatchers();
    clearInterval(polling);
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** What changes when a file is saved, even with the same content. A file that is missing has a state as well. */
export function stateOf({ folder, files }: WatchedFolder): string {
  return files
    .map((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found === undefined ? 'missing' : `${found.mtimeMs} ${found.size} ${found.ino}`;
    })
    .join('\n');
}
