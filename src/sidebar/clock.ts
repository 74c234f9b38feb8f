/** The clock of the machine before which the person sits, in milliseconds since 1970. */
// biome-ignore lint/plugin: the browser's clock is read here only
export const clock = (): number => Date.now();
