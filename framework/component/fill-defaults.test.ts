import { Type } from '@sinclair/typebox';
import { expect, it } from 'vitest';
import { fillDefaults } from './fill-defaults.ts';
import { createRegistry, type Registry } from './registry.ts';
import { optionalSlot, slot } from './slot.ts';
import type { AnyComponent } from './component.ts';

const component = (kind: string, type: string, options: object): AnyComponent =>
  ({ kind, type, summary: '', options, example: {}, build: () => undefined }) as unknown as AnyComponent;

const registry: Registry = createRegistry([
  component('activation', 'linear', {}),
  component('activation', 'leaky', { slope: Type.Number({ default: 0.2, description: '' }) }),
  component('layer', 'dense', {
    units: Type.Integer({ description: '' }),
    activation: slot('activation', { description: '', default: { type: 'linear' } }),
    penalty: optionalSlot('regularizer', { description: '' }),
    note: Type.Optional(Type.String()),
  }),
]);

it('fills defaults and expands short forms through slots', () => {
  expect(fillDefaults(registry, 'layer', { type: 'dense', units: 3 })).toEqual({
    type: 'dense',
    units: 3,
    activation: { type: 'linear' },
    penalty: null,
  });
  expect(fillDefaults(registry, 'layer', { type: 'dense', units: 3, activation: 'leaky' })).toMatchObject({
    activation: { type: 'leaky', slope: 0.2 },
  });
  expect(fillDefaults(registry, 'activation', 'leaky')).toEqual({ type: 'leaky', slope: 0.2 });
});

it('refuses unknown types', () => {
  expect(() => fillDefaults(registry, 'layer', { type: 'dens' })).toThrow(new Error('unknown layer "dens"'));
});
