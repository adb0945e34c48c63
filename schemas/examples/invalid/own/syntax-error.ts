// The string is not closed.
export const name = 'noise;
