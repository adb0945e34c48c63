/** The fonts of charts and tables. */
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Width of the drawing area of a small chart; axis and labels come on top, about 60 pixels. */
export const CHART_WIDTH = 300;
export const CHART_HEIGHT = 200;

/**
 * Colors as style-sheet variables; their values for light, dark and print are in `style.ts`. Blue and
 * vermilion of Okabe and Ito ("Color universal design", 2008) can be told apart by all eyes, and lines differ
 * in their dashes as well.
 */
export const COLOR = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  grid: 'var(--grid)',
  first: 'var(--first)',
  second: 'var(--second)',
  third: 'var(--good)',
  onStrong: 'var(--on-strong)',
} as const;

/** How all charts look, as a vega-lite configuration. */
export const chartTheme = {
  background: undefined,
  padding: 6,
  font: FONT,
  aria: false,
  view: { stroke: null },
  axis: {
    labelColor: COLOR.muted,
    labelFontSize: 11,
    titleColor: COLOR.ink,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 8,
    gridColor: COLOR.grid,
    domainColor: COLOR.muted,
    tickColor: COLOR.muted,
    tickSize: 4,
    labelOverlap: true,
    labelFlush: false,
  },
  axisY: { domain: false, ticks: false, labelPadding: 6 },
  axisX: { grid: false },
  text: { color: COLOR.ink, fontSize: 11 },
} as const;
