import { fact } from "../../text/fact.ts";
import { lastBelow } from "../../text/search.ts";
import { hasForeignFrontEnd, isTemplate } from "../../dockerfile/another-language.ts";
import { keywords } from "../../dockerfile/instruction.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { refusalOf } from "../../dockerfile/refusal.ts";
import { type Kind, refusalsOf } from "../../dockerfile/refusals/refusals.ts";
import { isProgram } from "../../shell/usual-programs.ts";
import { keywordOf, takesHeredocs, type UnopenedHeredoc, unopenedHeredocs } from "../../dockerfile/unopened-heredocs.ts";
import { insert, type Range, remove, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "syntax-error",
	peers: {
		hadolint: ["DL1000"],
		tally: ["tally/unknown-instruction", "tally/invalid-onbuild-trigger"],
		dockerfilelint: ["invalid_line", "invalid_command", "label_invalid", "invalid_format"],
		"dockerfile-utils": [
			"INVALID_SYNTAX",
			"UNKNOWN_INSTRUCTION",
			"SYNTAX_MISSING_EQUALS",
			"SYNTAX_MISSING_NAMES",
			"SYNTAX_MISSING_SINGLE_QUOTE",
			"SYNTAX_MISSING_DOUBLE_QUOTE",
			"INVALID_ESCAPE_DIRECTIVE",
			"DUPLICATED_ESCAPE_DIRECTIVE",
		],
	},
	category: "correctness",
	severity: "error",
	title: "Docker cannot read the file",
	why: ["Docker reads the whole file before it begins to build, and refuses all of it for one instruction that it does not understand."],
	fixes: {
		onRequest: "It is plain what was meant, as with a misspelt instruction.",
		never: "It is not plain what was meant.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUNN apt-get update
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				ENV LANG=C.UTF-8 LC_ALL
			`,
			good: dockerfile`
				FROM debian:12
				ENV LANG=C.UTF-8 LC_ALL=C.UTF-8
			`,
		},
	],

	check(file) {
		const found: Problem[] = [];
		const { unopened, unknown } = oddities(file);
		const isMeantAsText = ({ start }: Range): boolean => unopened.some(({ lines }) => lines.start <= start && start <= lines.end);
		for (const heredoc of unopened) found.push(unopenedHeredoc(file, heredoc));
		for (const { message, at } of file.problems) {
			if (isMeantAsText(at)) continue;
			const instruction = lastBelow(file.instructions, at.start + 1, ({ range }) => range.start);
			const fix = message.startsWith("invalid escape token") ? otherEscape(file, at) : undefined;
			found.push({
				at: instruction?.error?.at === at ? instruction.keywordRange : at,
				message: say`Docker refuses the file: ${refusalOf(message.replace(/[.\s]+$/, ""))}`,
				refused: true,
				...(fix && { fix }),
			});
		}
		for (const { instruction, at, before } of unknown) {
			if (isMeantAsText(at.range)) continue;
			// A trigger is read only by the builds that inherit it.
			const problem = isTemplate(file) ? templateProblem(file, instruction) : unknownInstruction(file, instruction, before);
			found.push({ ...problem, ...(instruction === at && { refused: true }) });
		}
		return found;
	},
});

/** Docker knows two escape characters: the one behind which lines go on is meant. */
const otherEscape = ({ text }: Dockerfile, at: Range): Fix => ({
	title: say`Name the character by which lines go on here`,
	edits: [replace(at, /`[ \t]*$/m.test(text) ? "`" : "\\")],
	safe: false,
});

/** What Docker's parser takes as it is: instructions that nobody knows, and here documents that were meant. With another front end both may be right. */
const oddities = fact((file: Dockerfile) => {
	if (file.instructions.every(isUsual)) return { unopened: [], unknown: [] };
	if (hasForeignFrontEnd(file)) return { unopened: [], unknown: [] };
	const unknown = file.instructions.flatMap((at, index) => {
		const instruction = at.trigger && !keywords.has(at.trigger.keyword) ? at.trigger : at;
		return instruction.error || keywords.has(instruction.keyword) ? [] : [{ instruction, at, before: file.instructions[index - 1] }];
	});
	// Of a template one line is enough: what the others become is for its engine to say.
	return isTemplate(file) ? { unopened: [], unknown: unknown.slice(0, 1) } : { unopened: unopenedHeredocs(file), unknown };
});

/** Whether it is neither odd itself nor the end of a here document that is not opened: that is a line of one word, or of a word that is no keyword. */
const isUsual = ({ keyword, keywordRange, range, trigger }: Instruction): boolean =>
	keywords.has(keyword) && range.end > keywordRange.end && (!trigger || keywords.has(trigger.keyword));

function unopenedHeredoc({ text }: Dockerfile, { instruction, opener, blank, lines }: UnopenedHeredoc): Problem {
	const written = text.slice(opener.start, opener.end);
	const keyword = keywordOf(instruction);
	const message = !takesHeredocs.has(keyword)
		? say`\`${keyword}\` takes no here document: Docker takes the lines below for instructions`
		: blank
			? say`\`${written}\` opens no here document, because a blank stands behind \`<<-\`: Docker takes the lines below for instructions`
			: say`\`${written}\` opens no here document here: Docker takes the lines below for instructions`;
	const fix = blank && { title: say`Remove the blank`, edits: [remove(blank)], safe: false };
	return {
		at: opener,
		message,
		refused: true,
		related: [{ at: { start: lines.start, end: lines.start }, message: say`the first of them` }],
		...(fix && { fix }),
	};
}

/** It stands where Docker stops: that may be before the first line of the template's own, at an instruction whose words are not what Docker expects. */
function templateProblem(file: Dockerfile, { keywordRange }: Instruction): Problem {
	const before = refusalsOf(file).find(({ kind, at, isPutOff }) => at.start < keywordRange.start && stopping.has(kind) && !isPutOff);
	if (before) return { at: before.at, message: say`this is a template: Docker refuses it as it stands: ${refusalOf(before.said)}` };
	const written = file.text.slice(keywordRange.start, keywordRange.end);
	return { at: keywordRange, message: say`this is a template: Docker refuses it as it stands, for \`${written}\` is no instruction` };
}

/** What Docker sees before it asks for images and stages, as it sees unknown instructions. */
const stopping: ReadonlySet<Kind> = new Set(["arguments", "flag", "from"]);

function unknownInstruction(file: Dockerfile, { keyword, keywordRange }: Instruction, before: Instruction | undefined): Problem {
	const written = file.text.slice(keywordRange.start, keywordRange.end);
	const similar = [...keywords].filter((each) => isSimilar(each, keyword));
	const [name] = similar;
	if (name && similar.length === 1) {
		const text = written === written.toLowerCase() ? name.toLowerCase() : name;
		return {
			at: keywordRange,
			message: say`\`${written}\` is no instruction; \`${name}\` is`,
			fix: { title: say`Change it to ${name}`, edits: [replace(keywordRange, text)], safe: false },
		};
	}
	// What stands between two instructions is mostly the rest of the first, whose line lacks its continuation.
	const isNext = before && /^\r?\n$/.test(file.text.slice(before.fullRange.end, file.text.lastIndexOf("\n", keywordRange.start) + 1));
	if (!isNext || before.heredocs.length > 0 || ends.has(before.keyword) || (file.text[keywordRange.start - 1] === "\n" && isNewCommand(before, written)))
		return missingRun(keywordRange, written);
	if (!/^(?:&&|\|\|?|;|-|[a-z./$"']|[\w.-]+=)/.test(written)) return { at: keywordRange, message: say`\`${written}\` is no instruction` };
	const edit = insert(before.range.end, ` ${file.escape}`);
	return {
		at: keywordRange,
		message: say`\`${written}\` is no instruction; the line above may lack a \`${file.escape}\` at its end`,
		fix: { title: say`Continue the line above`, edits: [edit], safe: false },
	};
}

/** Instructions that nobody goes on with on another line. */
const ends = new Set(["FROM", "WORKDIR", "USER", "STOPSIGNAL", "MAINTAINER", "SHELL"]);

/** Whether a program is called at a line's beginning behind a command that is complete, so that its words do not belong to that. */
const isNewCommand = ({ logical, logicalRange }: Instruction, written: string): boolean =>
	isProgram(written) && !/(?:&&|\|\|?|;|[({]|\b(?:then|do|else))$/.test(logical.text.slice(logicalRange.start, logicalRange.end));

/** What is no instruction is a command without its RUN, where a program has that name. */
function missingRun(at: Range, written: string): Problem {
	if (!isProgram(written)) return { at, message: say`\`${written}\` is no instruction` };
	const title = say`Put RUN before it`;
	return {
		at,
		message: say`\`${written}\` is a program and no instruction; \`RUN\` may be missing before it`,
		fix: { title, edits: [insert(at.start, "RUN ")], safe: false },
	};
}

/** Whether one letter too many, too few, wrong, or two letters swapped make the difference. */
function isSimilar(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1 || other.length < 2) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	const [rest, otherRest] = [one.slice(start), other.slice(start)];
	const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
	return rest.slice(1) === otherRest || rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1) || (rest.length > 1 && isSwapped);
}
