import { readFileSync } from "node:fs";
import { pathOf } from "./path-of.ts";

/** The first example of a rule, as Markdown, in the language of its page; undefined where there is no page to take it from. It is read once. */
export function createExamples(rulePage: (id: string) => string | undefined): (id: string) => string | undefined {
	const known = new Map<string, string | undefined>();
	return (id) => {
		if (!known.has(id)) known.set(id, exampleIn(textOf(rulePage(id))));
		return known.get(id);
	};
}

/** What is reported and what is not: the first two blocks of code of the page, each with the line above it. */
function exampleIn(page: string): string | undefined {
	const [bad, good] = page.matchAll(/^\S[^\n]*\n\n(`{3,})\w*\n[^]*?^\1$/gm);
	return bad && good ? `${bad[0]}\n\n${good[0]}` : undefined;
}

function textOf(uri: string | undefined): string {
	const path = uri === undefined ? undefined : pathOf(uri);
	try {
		return path === undefined ? "" : readFileSync(path, "utf8");
	} catch {
		// A client may name pages that are elsewhere.
		return "";
	}
}
