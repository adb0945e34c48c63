import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtInRegistry } from '../experiment/components.ts';
import { referencePage } from './reference-page.ts';

// Stale? `npm run schemas` writes it anew.
test('docs/reference.md is what the components say', async () => {
  const path = fileURLToPath(new URL('../../docs/reference.md', import.meta.url));
  await expect(referencePage(builtInRegistry)).toMatchFileSnapshot(path);
});
