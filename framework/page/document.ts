import { createHash } from 'node:crypto';
import { html, trusted, type Html } from './html.ts';
import { styleSheet } from './style.ts';

/** A page that needs no other file. */
export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** What it has besides the style sheet of all pages. */
  readonly style?: string;
  /** A script of ours; no other one can run. */
  readonly script?: string;
}

/** The document around a page: nothing is loaded, and only the given script may run, whatever text the page holds. */
export function renderDocument({ title, body, style = '', script }: PageParts): string {
  const allowed =
    script === undefined
      ? ''
      : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'${allowed}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <title>${title}</title>
        <style>
          ${trusted(styleSheet + style)}
        </style>
      </head>
      <body>
        ${body} ${script !== undefined && trusted(`<script>${script}</script>`)}
      </body>
    </html> `;
  return page.text;
}
