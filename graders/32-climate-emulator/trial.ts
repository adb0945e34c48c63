import type { CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { askAll } from './judge.ts';
import { drawClimate } from './lorenz.ts';

/** What the checks of a trial share: the climates that they draw, and the one network that they look at. */
export type Trial = ReturnType<typeof makeTrial>;

/** Each part is made when the first check asks for it. */
export function makeTrial({ student, stream, once }: CheckContext<typeof exports>) {
  // All snapshots are computed here: no number of the answer's judges the answer.
  const climate = once((name: string, forcing: number, count: number) =>
    drawClimate(stream(name), forcing, count),
  );
  const training = () => climate('training', 18, 500);
  const today = () => climate('today', 18, 400);
  const warmer = () => climate('warmer', 24, 300);
  /** A few snapshots, for checks that ask for no skill. */
  const few = () => climate('few', 18, 40);

  /** The one network of this trial at which many checks look. */
  const network = once(() => {
    const seed = 1 + stream('seed').integer(1000);
    return student.train(training(), { epochs: 12, seed });
  });
  /** What it says of today's snapshots. */
  const said = once(async () => askAll(await network(), today().X));
  /** Its one run inside the simulation: 20 units of time. */
  const run = once(async () => student.online(await network(), today().X[0]!, { forcing: 18, steps: 4000 }));

  return { training, today, warmer, few, network, said, run };
}
