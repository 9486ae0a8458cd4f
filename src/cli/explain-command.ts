import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isForeignName } from "../engine/lint/rule-names.ts";
import { explain, type Explanation } from "../engine/language/dockerfile/explain/explain.ts";
import { readTopics } from "../engine/language/dockerfile/explain/topics.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { reason } from "../files/reason.ts";
import { formatPage } from "./format/page.ts";
import { exitCodes, UsageError, type Terminal } from "./terminal.ts";

/**
 * `hullwright explain`: a rule's page, or what there is to say about an instruction, flag, mount, directive or variable, or about a key of Compose files, as text. Other linters' names are understood
 * too, and may stand for several rules.
 */
export async function explainCommand(words: readonly string[], pages: string, terminal: Terminal): Promise<number> {
	const ofCompose = words.filter((word) => composeKey.test(word));
	const topics = readTopics(words.filter((word) => !composeKey.test(word)));
	if (topics.length + ofCompose.length === 0)
		throw new UsageError(say`explain needs the name of a rule, an instruction or a flag; hullwright rules lists the rules`);
	const explained = [
		...topics.flatMap((topic) => explain(topic, { rules, catalogue: terminal.catalogue })),
		...(ofCompose.length > 0 ? await explainKeys(ofCompose, terminal) : []),
	];
	const markdown = explained.flatMap((each) => pagesOf(each, pages));
	terminal.write(markdown.map((page) => formatPage(page, terminal)).join("\n"));
	const problems = explained.flatMap((each) => ("problem" in each ? [each] : []));
	for (const problem of problems) terminal.complain(textOf(wordsOf(problem), terminal.catalogue));
	return problems.length > 0 ? exitCodes.trouble : exitCodes.clean;
}

/** The names that lead to a key of Compose files. */
const composeKey = /^(?:services|networks|volumes|secrets|configs|models|include)(?:\.[^.\s]+)*$/;

/** Their texts are loaded for those who ask. */
async function explainKeys(names: readonly string[], { catalogue }: Terminal): Promise<readonly Explanation[]> {
	const { explainKey } = await import("../engine/language/compose/explain.ts");
	return names.map((name): Explanation => {
		const markdown = explainKey(name, catalogue);
		return markdown === undefined ? { problem: say`Compose files have no key \`${name}\``, similar: undefined } : { markdown };
	});
}

function pagesOf(explanation: Explanation, pages: string): readonly string[] {
	if ("markdown" in explanation) return [explanation.markdown];
	return "rules" in explanation ? explanation.rules.map(({ id }) => pageOf(join(pages, `${id}.md`))) : [];
}

function wordsOf({ name, problem, similar }: Extract<Explanation, { readonly problem: Message }>): Message {
	if (name !== undefined && isForeignName(rules, name)) return say`no rule stands for "${name}"; hullwright rules lists them`;
	if (similar !== undefined) return say`${problem}; did you mean ${similar}?`;
	return name === undefined ? problem : say`${problem}; hullwright rules lists them`;
}

function pageOf(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new Error(`${path}: ${textOf(reason(error))}; Hullwright is not installed whole`, { cause: error });
	}
}
