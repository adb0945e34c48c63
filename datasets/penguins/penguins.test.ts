import { createStream } from 'descent';
import { expect, it } from 'vitest';
import { dividePenguins, loadPenguins, SPECIES } from './penguins.ts';

it('are the 333 that lack no value', async () => {
  const penguins = await loadPenguins();
  expect(penguins).toHaveLength(333);
  expect(penguins[0]).toEqual({
    species: 'Adelie',
    island: 'Torgersen',
    bill_length_mm: 39.1,
    bill_depth_mm: 18.7,
    flipper_length_mm: 181,
    body_mass_g: 3750,
    sex: 'male',
    year: 2007,
  });
  expect([...new Set(penguins.map(({ species }) => species))].sort()).toEqual(SPECIES);
});

it('are divided by lot: ten of each species and sex to judge by, a fifth of the others for validation', async () => {
  const { training, validation, judged } = await dividePenguins(createStream(1).derive('birds'));
  expect([training.length, validation.length, judged.length]).toEqual([218, 55, 60]);
  expect(
    new Set([...training, ...validation, ...judged].map((penguin) => JSON.stringify(penguin))).size,
  ).toBe(new Set((await loadPenguins()).map((penguin) => JSON.stringify(penguin))).size);
  for (const species of SPECIES) {
    for (const sex of ['female', 'male']) {
      expect(judged.filter((penguin) => penguin.species === species && penguin.sex === sex)).toHaveLength(10);
    }
  }
  expect(await dividePenguins(createStream(1).derive('birds'))).toEqual({ training, validation, judged });
  expect(await dividePenguins(createStream(2).derive('birds'))).not.toEqual({ training, validation, judged });
});
