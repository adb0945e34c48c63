import { expect, test } from 'vitest';
import { nameLayers } from './layer-names.ts';

test('layers are numbered by type, and another type between them changes nothing', () => {
  const [dense, dropout] = [{ type: 'dense' }, { type: 'dropout' }];
  expect(nameLayers([dense, dense])).toEqual(['dense_1', 'dense_2']);
  expect(nameLayers([dense, dropout, dense])).toEqual(['dense_1', 'dropout_1', 'dense_2']);
});

test('a name in the file wins and leaves the numbers of the others as they are', () => {
  const layers = [{ type: 'dense', name: 'hidden' }, { type: 'dense' }];
  expect(nameLayers(layers)).toEqual(['hidden', 'dense_2']);
});
