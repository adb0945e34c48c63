import { spawn } from 'node:child_process';
import process from 'node:process';

/** Calls that are answered sooner need no guard, and a guard costs a process. */
const DELAY_MILLISECONDS = 500;

/** Kills the group of the process in its argument as soon as its standard input ends: when this process is gone. */
const GUARD = `
process.stdin.resume().on('end', () => {
  try { process.kill(-Number(process.argv[1]), 'SIGKILL'); } catch (error) { if (error.code !== 'ESRCH') throw error; }
});`;

/**
 * Sees to it that a process in an endless loop does not outlive this one even when this one is killed or the user
 * presses Ctrl-C. A process that waits for its next request needs no guard: it ends with its pipe.
 * @returns ends the guard
 */
export function guardAgainstOrphan(pid: number): () => void {
  // On Windows the console ends its processes together.
  if (process.platform === 'win32') return () => undefined;
  let dismiss = (): void => undefined;
  const timer = setTimeout(() => {
    const guard = spawn(process.execPath, ['-e', GUARD, String(pid)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    guard.on('error', () => undefined);
    guard.unref();
    dismiss = () => guard.kill('SIGKILL');
  }, DELAY_MILLISECONDS);
  timer.unref();
  return () => {
    clearTimeout(timer);
    dismiss();
  };
}
