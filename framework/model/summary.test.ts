import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { buildModel } from './build.ts';
import { modelComponents } from './components.ts';
import { summarize } from './summary.ts';

beforeAll(() => prepareBackend('cpu'));

it('lists layers with shapes and numbers of parameters', () => {
  const registry = createRegistry(modelComponents);
  const layers = [
    { type: 'conv2d', filters: 8, kernelSize: 5 },
    { type: 'batchNormalization' },
    { type: 'flatten' },
    { type: 'dense', units: 10 },
  ];
  const model = buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: [28, 28, 1], registry, stream: createStream(1) },
  );
  expect(summarize(model)).toBe(
    `
layer                 type                output shape        parameters
------------------------------------------------------------------------
input                                     [batch, 28, 28, 1]           0
conv2d_1              conv2d              [batch, 24, 24, 8]         208
batchNormalization_1  batchNormalization  [batch, 24, 24, 8]          32
flatten_1             flatten             [batch, 4608]                0
dense_1               dense               [batch, 10]             46,090
46,330 parameters, of which 46,314 are trained`.trimStart(),
  );
});

it('says where inputs come from, where that is not the layer before', () => {
  const registry = createRegistry(modelComponents);
  const layers = [
    { type: 'dense', units: 4, name: 'block' },
    { type: 'add', inputs: ['block', 'input'] },
    { type: 'dense', units: 1 },
  ];
  const model = buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: [4], registry, stream: createStream(1) },
  );
  expect(summarize(model)).toBe(
    `
layer    type   inputs        output shape  parameters
------------------------------------------------------
input                         [batch, 4]             0
block    dense  input         [batch, 4]            20
add_1    add    block, input  [batch, 4]             0
dense_2  dense  add_1         [batch, 1]             5
25 parameters`.trimStart(),
  );
});
