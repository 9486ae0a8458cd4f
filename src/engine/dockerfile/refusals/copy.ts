import { mayExpand } from "../expand.ts";
import { isHeredocWord } from "../heredoc.ts";
import { flagOf } from "../instructions.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { sourceKindOf } from "../sources.ts";
import type { Dockerfile, Heredoc, Instruction, Word } from "../syntax.ts";
import { gitQueryError } from "./git-query.ts";
import { digestError, parseInteger } from "./go-values.ts";
import type { Found, Reader } from "./refusal.ts";
import { expandExactly, findExpansionError, isPlain, valuesAt, type Values } from "./values.ts";

/** ADD and COPY. Which stage `--from` names is seen to elsewhere. */
export const readCopy: Reader = function* (file, instruction) {
	const { keyword, keywordRange, args, heredocs } = instruction;
	const destination = args.at(-1);
	if (!destination || args.length < 2) {
		yield {
			at: destination ?? keywordRange,
			what: say`${keyword} needs a source and a destination`,
			kind: "arguments",
			said: `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
		};
		return;
	}
	if (isHeredocWord(destination.text))
		yield { at: destination, what: say`a here document cannot be the destination`, said: `${keyword} cannot accept a heredoc as a destination` };
	const values = valuesAt(file, instruction);
	const words = args.filter(({ text }) => !isHeredocWord(text));
	for (const name of ["chown", "chmod", "checksum"]) {
		const value = flagOf(instruction, name)?.value;
		if (value) yield* findExpansionError(file, values, value.text, value);
	}
	for (const word of words) yield* findExpansionError(file, values, word.text, word);
	for (const heredoc of heredocs) if (heredoc.expand) yield* readBody(file, values, heredoc);
	yield* readOwner(file, instruction, values);
	yield* readMode(file, instruction, values);
	const sources = words.filter((word) => word !== destination);
	if (keyword === "ADD") {
		yield* readChecksum(file, instruction, values, sources);
		for (const source of sources) yield* readRepository(file, values, source);
	} else for (const source of sources) yield* readSource(file, instruction, values, source);
};

function* readBody(file: Dockerfile, values: Values, { content, body, opener }: Heredoc): Generator<Found> {
	if (!content.includes("$")) return;
	const isWrong = (text: string): boolean => expandExactly(text, values, file.escape, true).error !== undefined;
	if (!isWrong(content)) return;
	const match = [...content.matchAll(/\$\{[^}\n]*\}?/g)].find(([text]) => isWrong(text));
	const start = body.start + (match?.index ?? 0);
	yield* findExpansionError(file, values, content, match ? { start, end: start + match[0].length } : opener, true);
}

function* readOwner(file: Dockerfile, instruction: Instruction, values: Values): Generator<Found> {
	const link = flagOf(instruction, "link");
	const owner = flagOf(instruction, "chown")?.value;
	if (!owner || !link || link.value?.text.toLowerCase() === "false") return;
	const { text } = expandExactly(owner.text, values, file.escape);
	const [user = "", group = ""] = text === undefined ? [] : [text.slice(0, colonIn(text)), text.slice(colonIn(text) + 1)];
	const isName = (each: string): boolean => each !== "" && each !== "root" && parseInteger(each, -(2 ** 31), 2 ** 31 - 1) === undefined;
	if (isName(user) || isName(group))
		yield {
			at: owner,
			what: say`with \`--link\` there is nothing to look a name up in: it takes numbers`,
			said: `--chown=${text}: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead`,
		};
}

const colonIn = (text: string): number => (text.includes(":") ? text.indexOf(":") : text.length);

const symbolic = /^[augo]*(?:[-+=][rstwXxugo]*)+(?:,[augo]*(?:[-+=][rstwXxugo]*)+)*$/;

function* readMode(file: Dockerfile, instruction: Instruction, values: Values): Generator<Found> {
	const mode = flagOf(instruction, "chmod")?.value;
	const text = mode && expandExactly(mode.text, values, file.escape).text;
	if (!mode || !text) return;
	if (/^[0-7]+$/.test(text) ? Number.parseInt(text, 8) <= 0o7777 : symbolic.test(text)) return;
	const isNumber = /^\d/.test(text);
	yield {
		at: mode,
		what: isNumber ? say`\`${text}\` is no octal number up to 7777` : say`\`${text}\` is no mode, such as \`755\` or \`u+x\``,
		said: isNumber ? `invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777` : "invalid syntax",
	};
}

function* readChecksum(file: Dockerfile, instruction: Instruction, values: Values, sources: readonly Word[]): Generator<Found> {
	const checksum = flagOf(instruction, "checksum")?.value;
	const text = checksum && expandExactly(checksum.text, values, file.escape).text;
	if (!checksum || !text) return;
	const [source] = sources;
	if (!source || sources.length > 1) {
		yield { at: checksum, what: say`a checksum is that of one source`, said: "checksum can't be specified for multiple sources" };
		return;
	}
	const link = expandExactly(source.text, values, file.escape).text;
	if (link === undefined) return;
	const kind = /^github\.com\//.test(link) ? "repository" : sourceKindOf(link);
	const error = kind === "link" ? digestError(text) : undefined;
	if (kind === "file") yield { at: checksum, what: say`only what is downloaded has a checksum here`, said: "checksum requires HTTP(S) or Git sources" };
	else if (error !== undefined) yield { at: checksum, what: say`\`${text}\` is no checksum, such as \`sha256:…\``, said: error };
}

function* readSource(file: Dockerfile, { keyword, keywordRange, flags }: Instruction, values: Values, source: Word): Generator<Found> {
	if (!mayBeRemote.test(source.text)) return;
	const text = mayExpand(source.text) ? expandExactly(source.text, values, file.escape).text : source.text;
	// Whatever a variable adds to it, it is one or the other.
	const kind = sourceKindOf(text ?? source.text);
	if (kind === "file") return;
	const canAdd = flags.every(({ name }) => name === "chown" || name === "chmod" || name === "link" || name === "exclude");
	yield {
		at: source,
		what: kind === "link" ? say`${keyword} downloads nothing; ADD does` : say`${keyword} clones no repository; ADD does`,
		said: kind === "link" ? "source can't be a URL for COPY" : "source can't be a git ref for COPY",
		meant: canAdd ? { title: say`Change it to ADD`, edits: [replace(keywordRange, file.text[keywordRange.start] === "c" ? "add" : "ADD")] } : undefined,
	};
}

function* readRepository(file: Dockerfile, values: Values, source: Word): Generator<Found> {
	if (!source.text.includes("?") || !mayBeRemote.test(source.text)) return;
	const { text } = expandExactly(source.text, values, file.escape);
	const error = text !== undefined && sourceKindOf(text) === "repository" ? gitQueryError(text) : undefined;
	if (error !== undefined) yield { at: source, what: say`what follows the \`?\` of the repository's address is wrong`, said: error };
}

/** Whether there is surely nothing wrong with what it takes and where it puts it, flags apart. */
export function isPlainCopy({ keyword, args, heredocs }: Instruction): boolean {
	if (args.length < 2 || heredocs.length > 0) return false;
	for (let index = 0; index < args.length; index++) {
		const text = args[index]?.text ?? "";
		if (plainPath.test(text)) continue;
		if (!isPlain(text) || text.includes("<<")) return false;
		if (index < args.length - 1 && (keyword === "ADD" ? text.includes("?") : mayBeRemote.test(text))) return false;
	}
	return true;
}

/** No quotes, no variables, no here document and no address. */
export const plainPath = /^[\w./*-]+$/;

const mayBeRemote = /^["'\\$`]|:\/\/|@.*:/;
