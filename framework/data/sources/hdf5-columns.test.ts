import { expect, it } from 'vitest';
import { findDataset } from '../dataset-library.ts';
import { errorText } from '../testing.ts';
import { codesIn, hdf5ColumnsOf } from './hdf5-columns.ts';

it('takes the datasets of a card by the names of its columns, or as it says', async () => {
  const { card } = await findDataset('spectra');
  const [spectrum, label] = card.columns;
  const columns = [{ ...spectrum!, dataset: 'run1/signal' }, label!];
  expect(hdf5ColumnsOf({ ...card, columns })).toEqual({
    datasets: { spectrum: 'run1/signal', label: 'label' },
    classes: { label: ['goldstone', 'dimer'] },
  });
});

it('numbers categories as the card does, and knows no others', async () => {
  expect(codesIn(['walk', 'rest'], ['rest', 'walk'], 'label', 'x.h5')).toEqual([1, 0]);
  expect(await errorText(() => codesIn(['walk', 'rest'], ['run'], 'label', 'x.h5'))).toBe(
    'x.h5, column "label": "run" is none of the categories walk, rest.\n→ Name every category in the data card.',
  );
});
