/** The files that are built, each with the compiler's switches for its instructions. */
export const MODULES: Readonly<Record<string, readonly string[]>>;

/** Compiles one of {@link MODULES} in memory. @throws Error with the compiler's messages */
export function compile(name: string): Promise<Uint8Array>;
