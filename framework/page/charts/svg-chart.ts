import type { LoggerInterface } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { escapeHtml, trusted, type Html } from '../html.ts';
import { chartTheme } from './chart-theme.ts';
import { textWidth } from './text-width.ts';

/** What a reader who cannot see the chart is told. */
export interface ChartText {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, with its most important numbers. */
  readonly description: string;
}

/**
 * Draws a chart as static SVG. Vega is loaded when the first chart is drawn: it takes longer than drawing.
 * Colors are style-sheet variables, so a chart follows light and dark mode and print.
 * @param look the theme, and the share of its width to which it may shrink, as smaller letters could not be read; 0, the default, to any
 */
export async function drawChart(
  spec: Readonly<Record<string, unknown>>,
  text: ChartText,
  { config = chartTheme, smallest = 0 }: { readonly config?: object; readonly smallest?: number } = {},
): Promise<Html> {
  const { attributes, width, drawing } = await drawSvg(spec, config, text.id);
  const floor = smallest > 0 ? `;min-width:${Math.round(width * smallest)}px` : '';
  return trusted(
    `<svg ${attributes} width="100%" style="max-width:${Math.round(width * LARGEST_SCALE)}px${floor}" ` +
      `${labelAttributes(text)}>${labelElements(text)}${drawing}`,
  );
}

/** Says what an `<svg>` shows: the attributes that refer to {@link labelElements}. */
export function labelAttributes({ id }: ChartText): string {
  return `role="img" aria-labelledby="${id}-title ${id}-text"`;
}

/** The title and description of an `<svg>`, its first children. */
export function labelElements({ id, title, description }: ChartText): string {
  return `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-text">${escapeHtml(description)}</desc>`;
}

/** A drawing, without its opening tag. */
interface SvgDrawing {
  /** Attributes of the opening tag besides width and height. */
  readonly attributes: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What follows the opening tag, to the closing one. */
  readonly drawing: string;
}

/** Draws a vega-lite specification. @param config how it looks @param id what the ids of its parts begin with */
export async function drawSvg(
  spec: Readonly<Record<string, unknown>>,
  config: object,
  id: string,
): Promise<SvgDrawing> {
  const { vega, vegaLite } = await loadVega();
  const { spec: compiled } = vegaLite.compile({ ...spec, config } as unknown as TopLevelSpec, {
    logger: failOnWarning,
  });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: failOnError });
  const svg = await view.toSVG();
  view.finalize();
  // The parts of the drawing say nothing to a screen reader; the description does.
  const plain = withOwnIds(svg.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, ''), id);
  const opening =
    /^<svg (?<before>.*?) width="(?<width>[\d.]+)" height="(?<height>[\d.]+)" (?<after>[^>]*)>/.exec(plain);
  const { before, width, height, after } = opening!.groups!;
  return {
    attributes: `${before} ${after}`,
    width: Number(width),
    height: Number(height),
    drawing: plain.slice(opening![0].length),
  };
}

/**
 * Numbers clip paths and gradients anew. Vega counts them through everything that a process draws: a file would depend on
 * what was drawn before it, and of two charts drawn by two processes in one page one would be clipped by the other's path.
 */
function withOwnIds(svg: string, id: string): string {
  const numbers = new Map<string, number>();
  return svg.replaceAll(/(?<= id="|url\(#)(clip|gradient_)\d+/g, (name, kind: string) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return `${id}-${kind.replace('_', '')}${number}`;
  });
}

/** How far a chart may grow where there is space; it shrinks as far as it must. */
const LARGEST_SCALE = 1.2;

/** Vega logs what goes wrong while it draws, and goes on with an empty chart; we want to know. */
const failOnError: LoggerInterface = {
  level: (_?: number) => failOnError,
  error: (...messages: readonly unknown[]) => {
    throw messages[0] instanceof Error ? messages[0] : new Error(messages.join(' '));
  },
  warn: () => failOnError,
  info: () => failOnError,
  debug: () => failOnError,
};

/** What vega-lite warns of, such as a channel that a mark does not have, is a mistake in the specification. */
const failOnWarning: LoggerInterface = { ...failOnError, warn: failOnError.error };

/** What vega hands to a measure of text. */
interface MeasuredItem {
  readonly fontSize?: number;
  readonly limit?: number;
}

async function loadVega() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  // The types of vega lack this hook, which is there for programs without a canvas.
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: MeasuredItem, text: string | number) => number };
  };
  textMetrics.width = ({ fontSize = 11, limit = 0 }, text) => {
    const width = textWidth(String(text).trim(), fontSize);
    return limit > 0 ? Math.min(limit, width) : width;
  };
  return { vega, vegaLite };
}
