import { runInNewContext } from 'node:vm';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { collectFiles } from '../collect-files.ts';
import { fixtureGrades, SECRET } from '../fixture-grades.ts';
import { countBins } from './distribution-chart.ts';
import { htmlExporter } from './html.ts';
import { sortScript } from './sort-script.ts';

const pages = collectFiles(htmlExporter, fixtureGrades());

describe('every page', () => {
  it('is there: one for the instructor, one for each student', async () => {
    expect([...(await pages).keys()].sort()).toEqual([
      ...['ada', 'bob', 'carol', 'dave', 'eve_105', 'frank'].map((student) => `feedback/${student}.html`),
      'gradebook.html',
    ]);
  });

  it('loads nothing, runs nothing but the script of ours, and escapes what others wrote', async () => {
    const hash = createHash('sha256').update(sortScript).digest('base64');
    for (const [path, page] of await pages) {
      const isGradebook = path === 'gradebook.html';
      const policy = `default-src 'none'; style-src 'unsafe-inline'${isGradebook ? `; script-src 'sha256-${hash}'` : ''}`;
      expect(page).toContain(`http-equiv="Content-Security-Policy" content="${policy}"`);
      expect(page.match(/<script/g)?.length ?? 0).toBe(isGradebook ? 1 : 0);
      expect(page).not.toMatch(/ (?:src|href)="(?!#|feedback\/)[^"]*"/);
      expect(page).not.toMatch(/ on\w+=|javascript:/i);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(page).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/);
    }
    expect((await pages).get('feedback/bob.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('opens and closes its elements in turn', async () => {
    for (const [path, page] of await pages) {
      const open: string[] = [];
      const body = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
      for (const [, closing, name, attributes] of body.matchAll(
        /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g,
      )) {
        if (closing === '/') expect({ path, closes: open.pop() }).toEqual({ path, closes: name });
        else if (!attributes!.endsWith('/') && !['meta', 'br'].includes(name!)) open.push(name!);
      }
      expect({ path, open }).toEqual({ path, open: [] });
    }
  });
});

describe('feedback', () => {
  it('says of visible checks what was expected and came, and of hidden ones the hint only', async () => {
    const page = (await pages).get('feedback/bob.html')!;
    for (const words of [
      '<dd>3</dd>',
      '<dd>2</dd>',
      'exercise.ts:12:3',
      'value([1, 2]',
      'first\nsecond',
      'Is the mean taken?',
    ])
      expect(page).toContain(words);
    for (const [path, text] of await pages) {
      if (path !== 'gradebook.html') expect(text).not.toContain(SECRET);
    }
  });

  it('says why points do not count, or were decided', async () => {
    const carol = (await pages).get('feedback/carol.html')!;
    expect(carol).toContain('Handed in late (2 days begun): 80 % of the points count.');
    expect(carol).toContain('These points were decided by a person: =explained it to me.');
    expect((await pages).get('feedback/dave.html')).toContain('Nothing was handed in.');
    expect((await pages).get('feedback/eve_105.html')).toContain(
      'This check broke. That is our fault, not yours.',
    );
    expect((await pages).get('feedback/eve_105.html')).toContain('A first value: still to be written');
  });
});

describe('the gradebook page', () => {
  it('names what needs a person, and leads to the feedback', async () => {
    const page = (await pages).get('gradebook.html')!;
    expect(page).toContain('Needs attention, a fault of ours or of the machine: eve_105 (02).');
    expect(page).toContain('the automatic points have changed since: carol (02).');
    expect(page).toContain('href="feedback/eve_105.html"');
    expect(page).toContain('2 of 4');
  });

  it('counts full marks in the last tenth', () => {
    expect(countBins([0, 0.09, 0.1, 0.3, 0.95, 1, 1.2])).toEqual([2, 1, 0, 1, 0, 0, 0, 0, 0, 3]);
  });

  it('has a script that is one', () => {
    expect(() => {
      runInNewContext(sortScript, { document: { querySelectorAll: () => [] } });
    }).not.toThrow();
  });
});
