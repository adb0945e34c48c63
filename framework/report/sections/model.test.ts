import { expect, it } from 'vitest';
import { modelSection } from './model.ts';

const textOf = (layers: { name: string; inputs?: string[] }[]) => {
  const rows = layers.map((layer) => ({ ...layer, type: 'dense', outputShape: [2], parameters: 6 }));
  const model = { layers: rows, parameters: 12, trainableParameters: 12 };
  const content = String(modelSection({ model, spec: undefined })!.content);
  return content.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim(); // prettier-ignore
};

it('shows where inputs come from only where that is not the layer before', () => {
  const [one, other] = [
    { name: 'one', inputs: ['input'] },
    { name: 'other', inputs: ['one'] },
  ];
  const branched = textOf([one, { ...other, inputs: ['input', 'one'] }]);
  expect(branched).toContain('inputs output shape');
  expect(branched).toContain('other dense input, one 2');
  expect(textOf([one, other])).not.toContain('inputs');
  expect(textOf([{ name: 'one' }, { name: 'other' }])).not.toContain('inputs');
});
