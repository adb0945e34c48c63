import { expect, it } from 'vitest';
import { confusionPicture } from './confusion-picture.ts';

it('counts rows by their class and the one that was named', () => {
  const { data } = confusionPicture({ classes: ['a', 'b'], truth: [0, 0, 1, 1, 1], named: [0, 1, 1, 1, -1] });
  expect(data).toEqual({
    values: [
      { truth: 0, guess: 0, text: '1', share: 0.5, right: true },
      { truth: 0, guess: 1, text: '1', share: 0.5, right: false },
      { truth: 1, guess: 0, text: '0', share: 0, right: false },
      { truth: 1, guess: 1, text: '2', share: 1, right: true },
    ],
  });
});

it('refuses fewer answers than rows', () => {
  expect(() => confusionPicture({ classes: ['a'], truth: [0, 0], named: [0] })).toThrow(
    '1 answers for 2 rows',
  );
});
