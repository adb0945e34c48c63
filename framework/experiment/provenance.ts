import { execFileSync } from 'node:child_process';
import type { GitState } from './provenance-record.ts';

const MAXIMUM_DIFF = 100_000;

/**
 * The git state of a folder, or null where there is no repository, no commit or no git.
 * A long diff is cut after 100,000 characters.
 */
export function readGitState(folder: string): GitState | null {
  const git = (...command: string[]) =>
    execFileSync('git', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    const commit = git('rev-parse', 'HEAD').trim();
    const dirty = git('status', '--porcelain').trim() !== '';
    const diff = dirty ? git('diff', 'HEAD') : '';
    return { commit, dirty, diff: diff.length > MAXIMUM_DIFF ? `${diff.slice(0, MAXIMUM_DIFF)}\n… cut\n` : diff };
  } catch {
    // No git, no repository or no commit yet are all the same here: there is nothing to record.
    return null;
  }
}
