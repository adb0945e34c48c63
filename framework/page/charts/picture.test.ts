import { describe, expect, it } from 'vitest';
import { COLOR } from './chart-theme.ts';
import { drawPicture, drawPictureInPage } from './picture.ts';

const spec = {
  width: 300,
  height: 100,
  data: { values: [{ x: 1 / 3 }, { x: 2 }] },
  mark: { type: 'point', color: COLOR.first },
  encoding: { x: { field: 'x', type: 'quantitative' } },
};
const text = { id: 'dots', title: 'Dots', description: 'Two dots, <1 and 2.' };

describe('drawPicture', () => {
  it('draws an SVG file that stands alone: size, ground, colors of light mode', async () => {
    const svg = await drawPicture(spec, text);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*>/);
    expect(svg).toMatch(
      /^<svg [^>]* width="\d+" height="\d+" role="img" aria-labelledby="dots-title dots-text">/,
    );
    expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="#ffffff"\/>/);
    expect(svg).toContain('#0b67a8');
    expect(svg).not.toContain('var(');
    expect(svg.endsWith('</svg>\n')).toBe(true);
  });

  it('says what it shows', async () => {
    expect(await drawPicture(spec, text)).toContain(
      '<title id="dots-title">Dots</title><desc id="dots-text">Two dots, &lt;1 and 2.</desc>',
    );
  });

  it('keeps coordinates short, and texts as they are', async () => {
    const named = { ...spec, title: 'loss 19.353333' };
    const svg = await drawPicture(named, text);
    expect(svg).not.toMatch(/="[^"]*\d\.\d{3,}[^"]*"/);
    expect(svg).toContain('19.353333');
  });

  it('draws the same file again, whatever was drawn before', async () => {
    const clipped = { ...spec, mark: { ...spec.mark, clip: true } };
    const first = await drawPicture(clipped, text);
    expect(first).toContain('<clipPath id="dots-clip1">');
    expect(first).toContain('clip-path="url(#dots-clip1)"');
    expect(await drawPicture(clipped, text)).toBe(first);
  });
});

describe('drawPictureInPage', () => {
  it('follows the colors of its page, and is as wide as there is space', async () => {
    const { text: svg } = await drawPictureInPage(spec, text);
    expect(svg).toMatch(
      /^<svg [^>]* width="100%" style="max-width:\d+px;min-width:\d+px" role="img" aria-labelledby="dots-title dots-text">/,
    );
    expect(svg).toContain('stroke="var(--first)"');
    expect(svg).not.toContain('#0b67a8');
  });
});
