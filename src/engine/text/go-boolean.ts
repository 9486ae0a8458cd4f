const words = new Map([
	...["1", "t", "T", "TRUE", "true", "True"].map((word) => [word, true] as const),
	...["0", "f", "F", "FALSE", "false", "False"].map((word) => [word, false] as const),
]);

/** What Go reads the text as; undefined where it is none: https://pkg.go.dev/strconv#ParseBool */
export const goBoolean = (text: string): boolean | undefined => words.get(text);
