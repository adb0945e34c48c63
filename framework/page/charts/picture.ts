import { styleSheet } from '../style.ts';
import { chartTheme, COLOR } from './chart-theme.ts';
import type { Html } from '../html.ts';
import { drawChart, drawSvg, labelAttributes, labelElements, type ChartText } from './svg-chart.ts';

/** Pictures stand in running text, so their letters are as large as its. */
const pictureTheme = {
  ...chartTheme,
  padding: 10,
  axis: { ...chartTheme.axis, labelFontSize: 13, titleFontSize: 14 },
  title: {
    font: chartTheme.font,
    fontSize: 15,
    fontWeight: 600,
    color: chartTheme.text.color,
    subtitleFont: chartTheme.font,
    subtitleFontSize: 13,
    subtitleColor: COLOR.muted,
    offset: 10,
  },
  legend: {
    labelColor: COLOR.ink,
    labelFontSize: 13,
    titleColor: COLOR.muted,
    titleFontSize: 13,
    titleFontWeight: 'normal',
  },
  header: { labelColor: COLOR.ink, labelFontSize: 13, titleColor: COLOR.ink, titleFontSize: 13 },
  text: { ...chartTheme.text, fontSize: 13 },
  concat: { spacing: 24 },
} as const;

/** White, as on the pages where lessons are read; dark ones show a light picture, which can be read there too. */
const GROUND = '#ffffff';

/**
 * Draws a picture as an SVG file of its own, which can be shown by `<img>` anywhere: with its ground, its size and
 * the colors of light mode.
 */
export async function drawPicture(spec: Readonly<Record<string, unknown>>, text: ChartText): Promise<string> {
  const { attributes, width, height, drawing } = await drawSvg(spec, pictureTheme, text.id);
  const ground = `<rect width="${width}" height="${height}" fill="${GROUND}"/>`;
  const svg =
    `<svg ${attributes} width="${width}" height="${height}" ${labelAttributes(text)}>` +
    `${labelElements(text)}${ground}${drawing}\n`;
  return withShortNumbers(svg.replaceAll(/var\(--([a-z-]+)\)/g, (_, name: string) => lightColor(name)));
}

/** On a narrow screen pictures are pushed sideways rather than made smaller than this: their letters have 13 pixels. */
const SMALLEST_SCALE = 0.72;

/**
 * Draws a picture as a part of a page, whose colors it follows: light, dark and print. What holds it must scroll sideways
 * (class `scroll`).
 */
export function drawPictureInPage(spec: Readonly<Record<string, unknown>>, text: ChartText): Promise<Html> {
  return drawChart(spec, text, { config: pictureTheme, smallest: SMALLEST_SCALE });
}

/**
 * Rounds coordinates to hundredths of a pixel: the file is a third as large, and the same wherever logarithms
 * differ in their last bit.
 */
function withShortNumbers(svg: string): string {
  return svg.replaceAll(/="[^"]*"/g, (attribute) =>
    attribute.replaceAll(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
  );
}

/** The value that the style sheet gives a variable in light mode, which comes first in it. */
function lightColor(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]+);`).exec(styleSheet)?.[1];
  if (value === undefined) throw new Error(`the style sheet has no color --${name}`);
  return value;
}
