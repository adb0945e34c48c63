import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Processes that must not outlive this one. */
const living = new Set<number>();

/** Remembers a process, the leader of its own group, so that it ends with this one at the latest. */
export function adoptProcess(pid: number): void {
  if (living.size === 0) process.once('exit', killAll);
  living.add(pid);
}

/** Forgets a process that is gone, and ends what it may have started. */
export function dropProcess(pid: number): void {
  killTree(pid);
  living.delete(pid);
  if (living.size === 0) process.off('exit', killAll);
}

/** Ends a process and all that it started and that did not leave its group, at once. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Gone already is as good as killed; macOS says EPERM of a process that has ended and is not yet buried.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

function killAll(): void {
  for (const pid of living) killTree(pid);
}
