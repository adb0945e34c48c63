/** Room for the description of a window, fifteen numbers; see `assembly/window.ts`. */
export const WINDOW_FLOATS = 16;
