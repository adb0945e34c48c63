import { spawnSync } from 'node:child_process';

/** Waits until a process has a child that has used processor time: the student process in its loop. */
export async function untilItComputes(pid: number): Promise<void> {
  for (;;) {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,cputimes=,args='], { encoding: 'utf8' });
    const isBusy = stdout
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+.*start\.cjs/.exec(line))
      .some((match) => match !== null && Number(match[1]) === pid && Number(match[2]) >= 1);
    if (isBusy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
