export * as tf from '#tensorflow';
export { Type } from '@sinclair/typebox';
export { ComponentProblem, defineComponent } from './component/component.ts';
export { optionalSlot, slot } from './component/slot.ts';
