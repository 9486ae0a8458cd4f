/** What the server uses of Node's module of this name: of plain data, with keys in the same order. */
export const isDeepStrictEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
