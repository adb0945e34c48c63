import type { CheckOptions } from '../check/exercise.ts';
import type { SightedCheckFile } from '../grade/list-checks.ts';

/** The checks of a file with other options; their bodies stay as they are. */
export function changeOptions(
  file: SightedCheckFile,
  change: (options: CheckOptions) => CheckOptions,
): SightedCheckFile {
  return {
    ...file,
    define(context) {
      file.define({
        ...context,
        check: (title, options, body) => {
          context.check(title, change(options), body);
        },
      });
    },
  };
}

/** Every check with so many seeds, all of which must pass, and without waiting for another check. */
export function onEverySeed(files: readonly SightedCheckFile[], count: number): readonly SightedCheckFile[] {
  return files.map((file) =>
    changeOptions(file, ({ after: _, ...options }) => ({ ...options, seeds: { count, quorum: count } })),
  );
}

/** One check of a file, which waits for no other. */
export function onlyCheck(file: SightedCheckFile, title: string): SightedCheckFile {
  return {
    ...file,
    define(context) {
      file.define({
        ...context,
        check: (each, { after: _, ...options }, body) => {
          if (each === title) context.check(each, options, body);
        },
      });
    },
  };
}
