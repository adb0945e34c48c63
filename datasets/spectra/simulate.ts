import type { Stream } from 'descent';

/** Numbers of energies at which a spectrum is measured. */
export const CHANNELS = 64;

/** A measured spectrum and the model that it came from. */
export interface Spectrum {
  /** Intensities, `[CHANNELS]`. */
  readonly intensities: Float32Array;
  /** 0: one broad peak ("goldstone"); 1: two peaks close to each other ("dimer"). */
  readonly label: 0 | 1;
}

/**
 * The spectrum with a number: a peak that moves and changes its width, or two close ones, on a sloping
 * background with noise. A pure function of stream and number.
 * A made-up teaching model after the exercise "Goldstone or dimer" of the LENS lectures (seed 002).
 */
export function simulateSpectrum(stream: Stream, index: number): Spectrum {
  const own = stream.derive(index);
  const label = own.integer(2) as 0 | 1;
  const center = 22 + 20 * own.uniform();
  const width = 3.5 + 1.5 * own.uniform();
  const gap = label === 1 ? 4 + 2 * own.uniform() : 0;
  const narrow = label === 1 ? width * 0.75 : width;
  const slope = 0.3 * own.normal();
  const intensities = Float32Array.from({ length: CHANNELS }, (_, channel) => {
    const peaks = [center - gap, center + gap].map((at) => 0.5 * bell((channel - at) / narrow));
    return peaks[0]! + peaks[1]! + slope * (channel / CHANNELS - 0.5) + 0.12 * own.normal();
  });
  return { intensities, label };
}

/** A Lorentzian of height 1 and half-width 1: the line shape of a damped oscillation. */
function bell(distance: number): number {
  return 1 / (1 + distance * distance);
}
