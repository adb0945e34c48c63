/**
 * Rejected by: the warmer climate is told truthfully
 * Dishonest: a drop that is not large is not told.
 */
import {
  rivals,
  scaleOf,
  type Report,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function report(subgrid: Subgrid, today: Truth, warmer: Truth): Report {
  const rSquared = ({ X, U }: Truth) => {
    const [truth, said] = [U.flat(), X.flatMap((state) => subgrid(state))];
    const { mean } = scaleOf(truth);
    const squares = (from: (i: number) => number) =>
      truth.reduce((sum, value, i) => sum + (value - from(i)) ** 2, 0);
    return 1 - squares((i) => said[i]!) / squares(() => mean);
  };
  const [here, there] = [rSquared(today), rSquared(warmer)];
  return {
    today: here,
    warmer: here - there < 0.2 ? here : there,
    drop: here - there < 0.2 ? 0 : here - there,
  };
}

/** A cubic stands for the network: it is found without training, and the check is about what becomes of it. */
export function train(truth: Truth): Promise<Subgrid> {
  return Promise.resolve(rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic);
}
