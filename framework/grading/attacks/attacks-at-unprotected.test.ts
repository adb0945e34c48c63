import { runAttacks } from './run-attacks.ts';

await runAttacks('unprotected');
