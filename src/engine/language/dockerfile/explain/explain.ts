import { keywords } from "../../../dockerfile/instruction.ts";
import { canonicalSignal } from "../../../dockerfile/signals.ts";
import { findRules, findSimilarRule } from "../../../lint/rule-names.ts";
import type { Rule } from "../../../lint/rule.ts";
import { spokenRule } from "../../../lint/spoken.ts";
import { type Catalogue, type Message, say, textOf } from "../../../text/message.ts";
import { findSimilar } from "../../../text/similar.ts";
import { bullets, code, paragraphs, sentences } from "../../markdown.ts";
import {
	aboutDirective,
	aboutFlag,
	aboutInstruction,
	aboutMountKey,
	aboutMountType,
	aboutWord,
	codeBlock,
	referenceLink,
} from "../hover/documentation/about.ts";
import { flagDocumentation } from "../hover/documentation/flags.ts";
import { directiveDocumentation } from "../hover/documentation/instructions.ts";
import { labelDocumentation } from "../hover/documentation/labels.ts";
import { mountDocumentation, mountKeyAliases, sharingDocumentation } from "../hover/documentation/mounts.ts";
import { signalDocumentation } from "../hover/documentation/signals.ts";
import { platformVariables, predefinedArguments } from "../hover/documentation/variables.ts";
import { isMountKeyTaken } from "./mount-keys.ts";
import type { Topic } from "./topics.ts";

/** A page in Markdown, rules that the name stands for, which have pages of their own, or what is wrong with the question. */
export type Explanation =
	| { readonly markdown: string }
	| { readonly rules: readonly Rule[] }
	/** `name` is what nobody is called. */
	| { readonly problem: Message; readonly similar: string | undefined; readonly name?: string };

type Context = { readonly rules: readonly Rule[]; readonly catalogue: Catalogue | undefined };

/** What there is to say about a key of Dockerfiles: the hover's text, and the rules that are about it. */
export function explain(topic: Topic, context: Context): readonly Explanation[] {
	switch (topic.kind) {
		case "instruction":
			return [instructionPage(topic.keyword, context)];
		case "word":
			return [page(`${topic.keyword} ${topic.word}`, [inWords(aboutWord(topic.word), context)], [`\`${topic.keyword} ${topic.word}\``], context)];
		case "flag":
			return flagPages(topic, context);
		case "mount":
			return [topic.key === undefined ? mountPage(topic.type, context) : mountKeyPage(topic.type, topic.key, context)];
		case "directive":
			return [directivePage(topic.name, context)];
		case "name":
			return [namePage(topic.name, context)];
	}
}

const inWords = (message: Message, { catalogue }: Context): string => textOf(message, catalogue);

/** `marks` are words that give a rule away that is about it. */
function page(title: string, about: readonly (string | undefined)[], marks: readonly string[], context: Context): Explanation {
	const rules = context.rules.filter((rule) => isAbout(rule, marks));
	const listed = bullets(rules.map((rule) => `${code(rule.id)}: ${spokenRule(rule, context.catalogue).summary}`));
	return { markdown: paragraphs(`# ${title}`, ...about, rules.length > 0 ? `## ${inWords(say`Rules about it`, context)}\n\n${listed}` : undefined) };
}

/** An instruction's name is in the reasons of rules about others, too. */
function isAbout(rule: Rule, marks: readonly string[]): boolean {
	const needs: readonly unknown[] = "needs" in rule ? (rule.needs ?? []) : [];
	return marks.some((mark) => rule.title.includes(mark) || needs.includes(mark) || (!/^`?[A-Z]+`?$/.test(mark) && rule.why.some((why) => why.includes(mark))));
}

function instructionPage(keyword: string, context: Context): Explanation {
	const flags = Object.keys(flagDocumentation[keyword] ?? {}).map((name) => code(`${keyword} --${name}`));
	const more = flags.length > 0 ? `${inWords(say`Its flags, each with a page of its own:`, context)}\n\n${bullets(flags)}` : undefined;
	return page(keyword, [aboutInstruction(keyword, context.catalogue, more)], [keyword, `\`${keyword}\``], context);
}

function flagPages({ keyword, name }: { readonly keyword: string | undefined; readonly name: string }, context: Context): readonly Explanation[] {
	const known = keyword === undefined ? Object.keys(flagDocumentation) : [keyword];
	const lower = name.toLowerCase();
	const owners = known.filter((each) => aboutFlag(each, lower, context.catalogue) !== undefined);
	if (owners.length === 0) {
		const similar = findSimilar(
			name,
			known.flatMap((each) => Object.keys(flagDocumentation[each] ?? {})),
		);
		const problem = keyword === undefined ? say`no instruction has a flag --${name}` : say`${keyword} has no flag --${name}`;
		return [{ problem, similar: similar && `--${similar}` }];
	}
	return owners.map((owner) => {
		const types =
			lower === "mount" ? bullets(Object.keys(mountDocumentation).map((type) => inWords(aboutMountType(type) ?? say`${type}`, context))) : undefined;
		return page(`${owner} --${lower}`, [aboutFlag(owner, lower, context.catalogue), types, link(owner, lower, context)], [`--${lower}`], context);
	});
}

/** Not all flags have a chapter. */
const link = (keyword: string, name: string, { catalogue }: Context): string =>
	referenceLink(keyword === "FROM" || keyword === "HEALTHCHECK" ? keyword.toLowerCase() : `${keyword.toLowerCase()}---${name}`, catalogue);

function mountPage(type: string, context: Context): Explanation {
	const mount = Object.hasOwn(mountDocumentation, type) ? mountDocumentation[type] : undefined;
	if (!mount) return unknownMount(type);
	const keys = Object.entries(mount.keys).map(([key, text]) => {
		const others = Object.keys(mountKeyAliases).filter((alias) => mountKeyAliases[alias] === key);
		return others.length > 0 ? inWords(say`${code(key)}, also ${others.map(code).join(", ")}: ${text}`, context) : inWords(say`${code(key)}: ${text}`, context);
	});
	const since = flagDocumentation["RUN"]?.["mount"]?.since;
	const about = [
		codeBlock(`RUN --mount=type=${type}[,KEY=VALUE …] COMMAND`),
		inWords(since === undefined ? mount.text : sentences(mount.text, say`Since Dockerfile syntax ${since}.`), context),
		bullets(keys),
		referenceLink(`run---mounttype${type}`, context.catalogue),
	];
	return page(`RUN --mount=type=${type}`, about, [`type=${type}`, `${type} mount`], context);
}

function mountKeyPage(type: string, key: string, context: Context): Explanation {
	const mount = Object.hasOwn(mountDocumentation, type) ? mountDocumentation[type] : undefined;
	if (!mount) return unknownMount(type);
	const about = aboutMountKey(type, key);
	const form = codeBlock(`RUN --mount=type=${type},${key}=… COMMAND`);
	const values =
		key === "sharing" ? bullets(Object.entries(sharingDocumentation).map(([value, meaning]) => inWords(say`${code(value)}: ${meaning}`, context))) : undefined;
	if (about) return page(`RUN --mount=type=${type},${key}`, [form, inWords(about, context), values], key === "type" ? [] : [`${key}=`], context);
	if (isMountKeyTaken(type, key))
		return page(
			`RUN --mount=type=${type},${key}`,
			[inWords(say`BuildKit takes ${code(key)} for a ${code(type)} mount, and makes nothing of it.`, context)],
			[],
			context,
		);
	const similar = findSimilar(key, [...Object.keys(mount.keys), ...Object.keys(mountKeyAliases)]);
	return { problem: say`a mount of type ${type} has no ${key}`, similar: similar && `RUN --mount=type=${type},${similar}` };
}

function unknownMount(type: string): Explanation {
	const similar = findSimilar(type, Object.keys(mountDocumentation));
	return { problem: say`a mount is one of ${Object.keys(mountDocumentation).join(", ")}, not "${type}"`, similar: similar && `RUN --mount=type=${similar}` };
}

function directivePage(name: string, context: Context): Explanation {
	if (!isDirective(name)) {
		const similar = findSimilar(name, Object.keys(directiveDocumentation));
		return { problem: say`Docker has no directive "${name}"`, similar: similar && `"# ${similar}"` };
	}
	return page(`# ${name}=`, [inWords(aboutDirective(name), context), referenceLink(name, context.catalogue)], [`# ${name}`, `#${name}`], context);
}

const isDirective = (name: string): name is keyof typeof directiveDocumentation => Object.hasOwn(directiveDocumentation, name);

function namePage(name: string, context: Context): Explanation {
	const rules = findRules(context.rules, name);
	if (rules.length > 0) return { rules };
	const plain = name.replace(/^\$\{?(.*?)\}?$/, "$1");
	for (const variable of [plain, plain.toUpperCase()]) {
		const text = Object.hasOwn(platformVariables, variable) ? platformVariables[variable] : undefined;
		const needed = text && say`A stage sees it only after ${code(`ARG ${variable}`)}.`;
		const about = text && needed ? sentences(text, needed) : Object.hasOwn(predefinedArguments, variable) ? predefinedArguments[variable] : undefined;
		if (about) return page(variable, [inWords(about, context)], [`\`${variable}\``, `$${variable}`], context);
	}
	const label = name.toLowerCase();
	if (isLabel(label)) return page(label, [codeBlock(`LABEL ${label}=…`), inWords(labelDocumentation[label], context)], [label], context);
	const signal = canonicalSignal(name);
	const meaning = signal === undefined || /^\d+$/.test(name) ? undefined : signalDocumentation[signal];
	if (signal !== undefined && meaning) return page(signal, [inWords(meaning, context)], [`\`${signal}\``], context);
	return unknownName(name, context);
}

const isLabel = (name: string): name is keyof typeof labelDocumentation => Object.hasOwn(labelDocumentation, name);

function unknownName(name: string, { rules }: Context): Explanation {
	const rule = findSimilarRule(rules, name);
	const key = findSimilar(name, [...keywords, ...Object.keys(platformVariables), ...Object.keys(predefinedArguments)]);
	if (key !== undefined && (rule === undefined || /^[A-Z_$]+$/.test(name)))
		return { problem: say`no instruction or variable is named "${name}"`, similar: key, name };
	return { problem: say`no rule is named "${name}"`, similar: rule, name };
}
