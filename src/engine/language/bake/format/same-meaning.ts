import type { Token } from "../../../hcl/tokens.ts";

/** Whether two files are made of the same, but for the blanks between and what their lines end with. */
export const isSameHcl = (one: readonly Token[], other: readonly Token[]): boolean => {
	const [before, after] = [withoutLast(one), withoutLast(other)];
	return (
		before.length === after.length && before.every(({ kind, text }, index) => kind === after[index]?.kind && (kind === "newline" || text === after[index].text))
	);
};

/** The end of the last line says nothing. */
const withoutLast = (tokens: readonly Token[]): readonly Token[] => (tokens.at(-1)?.kind === "newline" ? tokens.slice(0, -1) : tokens);
