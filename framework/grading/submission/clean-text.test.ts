import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

describe('cleanText', () => {
  it.each<[string, string, string]>([
    ['colours', '\u001b[1;32mpassed\u001b[0m', 'passed'],
    ['the clipboard', 'a\u001b]52;c;aGVsbG8=\u0007b', 'ab'],
    ['links', '\u001b]8;;http://example.org\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['an unfinished sequence', 'a\u001b]0;title', 'a'],
    ['C1 controls', 'a\u009b31mb', 'a31mb'],
    ['overwriting', 'failed\rpassed\bok', 'failed\npassedok'],
    ['bidi', 'a\u202eb\u2066c\u200fd\u061ce', 'abcde'],
    ['zero width', 'a\u200bb\u200dc\ufeffd\u2060e\u00adf', 'abcdef'],
    ['fillers and selectors', 'a\u3164b\ufe0fc\u{e0041}d', 'abcd'],
    ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['line separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['nothing else', 'größer: α² ≤ 𝛽\t→ 你好\n🙂', 'größer: α² ≤ 𝛽\t→ 你好\n🙂'],
  ])('takes out %s', (_, text, expected) => {
    expect(cleanText(text, 1000)).toBe(expected);
  });

  it('cuts, visibly and not within a character', () => {
    expect(cleanText('abcdef', 4)).toBe('abc…');
    expect(cleanText('ab🙂🙂', 4)).toBe('ab…');
    expect(cleanText('abcd', 4)).toBe('abcd');
  });

  it('leaves nothing to take out, and is never longer than allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (text, longest) => {
          const clean = cleanText(text, longest);
          expect(clean.length).toBeLessThanOrEqual(longest);
          expect(clean).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(cleanText(clean, longest)).toBe(clean);
        },
      ),
      { seed: 5, numRuns: 2_000 },
    );
  });
});
