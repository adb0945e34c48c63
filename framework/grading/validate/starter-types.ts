import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isYaml } from './solution-lines.ts';
import type { Proof } from './proof.ts';

/** A starter with errors of type would greet students with red lines that are not theirs. */
export const starterTypes: Proof = {
  claim: 'the starter type-checks',
  prove({ manifest, starters }, { types, note }) {
    // A starter that is missing is told by the proof that it is the generated one.
    const names = manifest.files.filter((name) => !isYaml(name) && existsSync(join(starters, name)));
    if (names.length > 0 && types === undefined) {
      note('types are not checked, as TypeScript is not installed (npm install --save-dev typescript)');
    }
    return Promise.resolve(
      names.flatMap(
        (name) => types?.problemsIn(join(starters, name), `starters/${manifest.id}/${name}`) ?? [],
      ),
    );
  },
};
