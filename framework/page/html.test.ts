import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, trusted } from './html.ts';

describe('html', () => {
  it('escapes values, keeps markup, joins lists and leaves out what is not there', () => {
    const items = ['<i>', 2].map((item) => html`<li>${item}</li>`);
    expect(html`<b title="${'"&\''}">${items}</b>`.text).toBe(
      '<b title="&quot;&amp;&#39;"><li>&lt;i&gt;</li><li>2</li></b>',
    );
    expect(html`${null}${undefined}${false}${0}${trusted('<br>')}`.text).toBe('0<br>');
  });

  it('lets no text become markup or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(escapeHtml(text)).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
      { seed: 31 },
    );
  });
});
