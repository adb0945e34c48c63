import type { Stream } from 'descent/grading';
import { simulateSpectra } from './spectra.ts';

/** Probabilities of which about three quarters are on the right side, and the labels. */
export function drawAnswers(stream: Stream, count: number) {
  const labels = Array.from({ length: count }, (_, place) => (place < 2 ? place : stream.integer(2)));
  // Hundredths, so that some are equal to a threshold.
  const probabilities = labels.map((label) => {
    const lean = Math.round(100 * Math.sqrt(stream.uniform())) / 100;
    return label === 1 ? lean : 1 - lean;
  });
  return { labels, probabilities };
}

/** What a threshold brings, spectrum by spectrum. */
export function pointAt(threshold: number, { labels, probabilities }: ReturnType<typeof drawAnswers>) {
  const said = probabilities.map((probability) => (probability >= threshold ? 1 : 0));
  const share = (of: readonly boolean[], among: readonly boolean[]) =>
    of.filter((is, place) => is && among[place]).length / among.filter(Boolean).length;
  const [yes, pair] = [said.map((answer) => answer === 1), labels.map((label) => label === 1)];
  const right = said.map((answer, place) => answer === labels[place]);
  return {
    accuracy: share(
      right,
      right.map(() => true),
    ),
    precision: share(pair, yes),
    recall: share(yes, pair),
  };
}

/**
 * A few spectra, for what does not depend on success: so many for validation that the last batch of 20 or 40 has one of them.
 */
export function drawFew(stream: Stream) {
  return {
    training: simulateSpectra(stream.derive('training'), 50),
    validation: simulateSpectra(stream.derive('validation'), 41),
  };
}
