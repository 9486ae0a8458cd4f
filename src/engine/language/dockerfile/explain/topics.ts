import { keywords } from "../../../dockerfile/instruction.ts";
import { directiveDocumentation, wordDocumentation } from "../hover/documentation/instructions.ts";

/** What somebody wants explained. Whether Docker knows it is another question. */
export type Topic =
	| { readonly kind: "instruction"; readonly keyword: string }
	/** `AS` of FROM, `CMD` and `NONE` of HEALTHCHECK. */
	| { readonly kind: "word"; readonly keyword: string; readonly word: keyof typeof wordDocumentation }
	/** `keyword` is undefined where a flag is named alone. */
	| { readonly kind: "flag"; readonly keyword: string | undefined; readonly name: string }
	/** `key` is undefined where the type is asked about. */
	| { readonly kind: "mount"; readonly type: string; readonly key: string | undefined }
	| { readonly kind: "directive"; readonly name: string }
	/** A variable's name, a rule's, or nobody's. */
	| { readonly kind: "name"; readonly name: string };

/** Reads `RUN --mount=type=cache`, `HEALTHCHECK`, `COPY --chmod`, `# escape` and names, in the words of a command line: a flag belongs to the instruction before it, which is then not meant itself. */
export function readTopics(given: readonly string[]): readonly Topic[] {
	const words = given.flatMap((text) => (text.trim().startsWith("#") ? [text.trim()] : text.split(/\s+/).filter(Boolean)));
	const topics: Topic[] = [];
	let keyword: string | undefined;
	let isAnswered = true;
	const settle = (): void => {
		if (!isAnswered && keyword !== undefined) topics.push({ kind: "instruction", keyword });
		keyword = undefined;
		isAnswered = true;
	};
	for (const [index, text] of words.entries()) {
		const upper = text.toUpperCase();
		if (text.startsWith("--")) {
			topics.push(...flagTopics(keyword, text));
			isAnswered = true;
		} else if (keyword !== undefined && wordsOf(keyword).includes(upper)) {
			topics.push({ kind: "word", keyword, word: upper as keyof typeof wordDocumentation });
			isAnswered = true;
		} else if (keywords.has(upper)) {
			settle();
			[keyword, isAnswered] = [upper, false];
		} else {
			settle();
			const directive = text === "#" ? undefined : directiveNamed(text, words[index - 1] === "#");
			if (directive !== undefined) topics.push({ kind: "directive", name: directive });
			else if (text !== "#") topics.push({ kind: "name", name: text });
		}
	}
	settle();
	return topics;
}

const wordsOf = (keyword: string): readonly string[] => (keyword === "FROM" ? ["AS"] : keyword === "HEALTHCHECK" ? ["CMD", "NONE"] : []);

function directiveNamed(text: string, isComment: boolean): string | undefined {
	const name = /^#?\s*([a-z]+)\s*(?:=.*)?$/i.exec(text)?.[1]?.toLowerCase();
	return name !== undefined && (isComment || text.startsWith("#") || Object.hasOwn(directiveDocumentation, name)) ? name : undefined;
}

/** `--mount` is a list, and each of its keys may be asked about. */
function flagTopics(keyword: string | undefined, text: string): readonly Topic[] {
	const [, name = "", value] = /^--([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
	if (name.toLowerCase() !== "mount" || !value || (keyword !== undefined && keyword !== "RUN")) return [{ kind: "flag", keyword, name }];
	const fields = value.split(",").map((field) => field.split("=", 1)[0]?.toLowerCase() ?? "");
	const type = /(?:^|,)type=([^,]*)/i.exec(value)?.[1]?.toLowerCase();
	const keys = fields.filter((field) => field !== "type" && field !== "");
	if (keys.length === 0) return [{ kind: "mount", type: type ?? "", key: undefined }];
	return keys.map((key) => ({ kind: "mount", type: type ?? "bind", key }));
}
