import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/** Milliseconds that have passed, or that the processor has spent on this process, on all its threads. */
const CLOCKS = {
  wall: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * The side of a peer that trains: answers each line `{"net", "steps", "clock"}` on standard input by a line
 * `{"milliseconds"}` a step, or `{"error"}`, on standard output; first of all `{"version"}`.
 * @param {string} version
 * @param {(net: string, steps: number, now: () => number) => Promise<number>} millisecondsPerStep
 */
export async function serve(version, millisecondsPerStep) {
  answer({ version });
  for await (const line of createInterface({ input: process.stdin })) {
    const { net, steps, clock } = JSON.parse(line);
    try {
      answer({ milliseconds: await millisecondsPerStep(net, steps, CLOCKS[clock]) });
    } catch (error) {
      answer({ error: String(error.message).split('\n')[0] });
    }
  }
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
