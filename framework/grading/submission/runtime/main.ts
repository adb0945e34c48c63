/* The bundle of a student process: what `start.ts` runs. */
export { serve } from './serve.ts';
export { warmUp } from './warm-up.ts';
