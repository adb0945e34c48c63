/**
 * Does something when time is up, unless it is called off.
 * @returns calls it off
 */
export function limitTime(milliseconds: number, action: () => void): () => void {
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    // When this program itself was busy the answer may lie in the pipe already: that is read first.
    immediate = setImmediate(action);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(immediate);
  };
}
