/** Not a component. */
export const answer = 42;
