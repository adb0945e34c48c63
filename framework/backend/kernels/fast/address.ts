/** The place of the first byte of a tensor, a scratch area or a `Window` of a kernel module on the heap. */
export type Address = number;
