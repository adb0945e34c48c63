import { tensorValue, type Stream, type TensorValue } from 'descent/grading';

/** How many momenta and energies a spectrum has. */
export const MOMENTA = 20;
export const ENERGIES = 200;
/** How far the middle of the pattern may lie from the middle of the spectrum, in steps of momentum. */
const FARTHEST = 7.5;
/** Standard deviation of the noise; the band is 1 high. */
const NOISE = 0.4;

/** Spectra and the model that each came from. */
export interface Spectra {
  /** `[count, MOMENTA, ENERGIES]` */
  readonly intensities: TensorValue;
  /** 0 for a chain of equal atoms, 1 for one of pairs. */
  readonly labels: readonly number[];
}

/**
 * Spectra of waves in a chain of atoms: at each momentum q one energy is bright, ω(q) = √(g² + (w² − g²) sin² k(q − c)). In a
 * chain of equal atoms the pattern repeats every 20 steps of momentum (k = π/20), in one of pairs (dimers) every 10. The
 * middle c, the width w and the gap g of the band, and how sharp it is, are drawn for each spectrum. A made-up teaching model
 * after the exercise "Goldstone or dimer" of the LENS lectures (seed 002). A pure function of stream and count.
 *
 * How the constants were chosen: were c known, the mean spectra of the two models would differ, and logistic regression would find
 * that; were it anywhere in 20 steps, they would be equal, and it could only guess. Trained on 800 spectra (600 for the first
 * and the last), 8 or 10 epochs, it is right in .99 for c within 4 of the middle, .90 within 7, .86 within 7.5, .53 within 10. With this noise 16
 * and 8 units are right in .98, with 0.5 in .90, with 0.6 in .86.
 */
export function simulateSpectra(stream: Stream, count: number): Spectra {
  const values = new Float32Array(count * MOMENTA * ENERGIES);
  const labels: number[] = [];
  for (let index = 0; index < count; index++) {
    const own = stream.derive(index);
    const label = own.integer(2);
    const middle = MOMENTA / 2 + FARTHEST * (2 * own.uniform() - 1);
    const width = 0.7 + 0.2 * own.uniform();
    const gap = 0.05 + 0.15 * own.uniform();
    const blur = 0.028 + 0.024 * own.uniform();
    for (let q = 0; q < MOMENTA; q++) {
      const sine = Math.sin(((label + 1) * Math.PI * (q - middle)) / MOMENTA);
      const bright = Math.sqrt(gap ** 2 + (width ** 2 - gap ** 2) * sine ** 2);
      for (let e = 0; e < ENERGIES; e++) {
        const distance = ((e + 0.5) / ENERGIES - bright) / blur;
        values[(index * MOMENTA + q) * ENERGIES + e] = Math.exp(-(distance ** 2) / 2) + NOISE * own.normal();
      }
    }
    labels.push(label);
  }
  return { intensities: tensorValue(values, [count, MOMENTA, ENERGIES]), labels };
}
