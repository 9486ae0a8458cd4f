/** A rule as the packed lists beside its page name it. `names` are its other names: another linter's, or a former one of ours. */
export type ListedRule = { readonly id: string; readonly title: string; readonly names: readonly string[] };

/** The rules that a name stands for, in any letter case: one for an id of ours, all that have it for another linter's, with or without `linter/` before it. */
export function findListed(rules: readonly ListedRule[], name: string): readonly ListedRule[] {
	const wanted = name.toLowerCase();
	const own = rules.filter(({ id }) => id === wanted);
	if (own.length > 0) return own;
	return rules.filter(({ names }) => names.some((each) => tailsOf(each.toLowerCase()).includes(wanted) || tailsOf(wanted).includes(each.toLowerCase())));
}

/** The name with and without the linters before it: some linters call rules of others by the names that these have there. */
const tailsOf = (name: string): readonly string[] => name.split("/").map((_, index, parts) => parts.slice(index).join("/"));
