/** What the server uses of Node's module `timers/promises`. */
export const setImmediate = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));
