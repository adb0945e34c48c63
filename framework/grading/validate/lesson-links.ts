import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { placeAt } from '../../document/source-text.ts';
import { readLesson } from './lesson-text.ts';
import type { Proof } from './proof.ts';

const LINK = /\]\((?<target>[^()\s]+)(?:\s+"[^"]*")?\)/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|#)/i;

/** Links and pictures of the lesson lead to files that are there, and that students get. */
export const lessonLinks: Proof = {
  claim: 'the links of the lesson lead somewhere',
  async prove({ manifest, folder }, { lesson, kit }) {
    const text = await lesson();
    const file = `exercises/${manifest.id}/README.md`;
    return [...readLesson(text).prose.matchAll(LINK)].flatMap((match) => {
      const { target } = match.groups as { readonly target: string };
      if (ELSEWHERE.test(target)) return [];
      const path = resolve(folder, decodeURIComponent(target.replace(/[#?].*$/, '')));
      const start = match.index + 2;
      const place = placeAt({ file, text }, start, start + target.length);
      const inside = relative(kit.root, path).replaceAll('\\', '/');
      if (/^(?:\.\.|solutions|graders)(?:\/|$)/.test(inside)) {
        return [{ file, place, message: `"${target}" is not in the kit that students get` }];
      }
      if (existsSync(path)) return [];
      return [
        { file, place, message: `there is no file "${target}"`, fix: 'Check the name and the folder.' },
      ];
    });
  },
};
