import { defineComponent } from 'descent';

/** Takes the name of a built-in activation. */
export const relu = defineComponent({
  kind: 'activation',
  type: 'relu',
  summary: 'Another relu.',
  options: {},
  example: {},
  build: () => ({ kerasName: undefined, apply: (input) => input }),
});
