import { createInterface } from 'node:readline';

/**
 * The side of a peer that trains: answers each line `{"net", "steps"}` on standard input by a line
 * `{"milliseconds"}` a step, or `{"error"}`, on standard output; first of all `{"version"}`.
 * @param {string} version
 * @param {(net: string, steps: number) => Promise<number>} millisecondsPerStep
 */
export async function serve(version, millisecondsPerStep) {
  answer({ version });
  for await (const line of createInterface({ input: process.stdin })) {
    const { net, steps } = JSON.parse(line);
    try {
      answer({ milliseconds: await millisecondsPerStep(net, steps) });
    } catch (error) {
      answer({ error: String(error.message).split('\n')[0] });
    }
  }
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
