import { createHash, createHmac } from 'node:crypto';
import { visibleSeeds, type SeedSource } from '../grade/grade-exercise.ts';

/** Bits of a seed: what a number holds exactly, and xoshiro is started with. */
const SEED_BYTES = 6;

/**
 * Seeds of hidden checks from the course's secret and the submission: nobody can know the data beforehand, and a second
 * grading of the same files draws the same. Visible checks keep the seeds that students have.
 * @param secret of the course
 * @param files SHA-256 of the submitted files
 */
export function secretSeeds(secret: string, files: string, exercise: string): SeedSource {
  return {
    name: `secret ${fingerprint(secret)}`,
    seedOf(visibility, trial) {
      if (visibility === 'visible') return visibleSeeds.seedOf(visibility, trial);
      return createHmac('sha256', secret)
        .update(JSON.stringify([exercise, files, trial]))
        .digest()
        .readUIntBE(0, SEED_BYTES);
    },
  };
}

/** Tells secrets apart without telling them. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(`descent course secret\n${secret}`).digest('hex').slice(0, 8);
}
