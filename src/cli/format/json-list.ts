/** A list as JSON in pieces: what stands between its brackets. Pieces that are not empty are put together by `listOf`. */
export const elementsOf = (list: readonly unknown[]): string => (list.length > 0 ? JSON.stringify(list, null, "\t").slice("[\n".length, -"\n]".length) : "");

export const listOf = (pieces: readonly string[]): string => (pieces.length > 0 ? `[\n${pieces.join(",\n")}\n]` : "[]");
