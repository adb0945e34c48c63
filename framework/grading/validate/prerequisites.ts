import { didYouMean } from '../../document/suggest.ts';
import type { Proof } from './proof.ts';

/** Exercises that are to be done before exist, and come before. */
export const prerequisites: Proof = {
  claim: 'the exercises to do before exist',
  prove({ manifest }, { kit }) {
    const earlier = kit.ids.filter((id) => id < manifest.id);
    return Promise.resolve(
      manifest.prerequisites
        .filter((id) => !earlier.includes(id))
        .map((id) => {
          const fix = didYouMean(id, earlier);
          return {
            file: `exercises/${manifest.id}/exercise.yaml`,
            message: `the prerequisite "${id}" is no exercise that comes before this one`,
            ...(fix === undefined ? {} : { fix }),
          };
        }),
    );
  },
};
