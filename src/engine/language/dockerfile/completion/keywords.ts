import type { Catalogue } from "../../../text/message.ts";
import { aboutInstruction } from "../hover/documentation/about.ts";
import { showing } from "./about.ts";
import { type Draft, saying, toText } from "../../completion.ts";
import { stagesOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Cursor } from "../cursor.ts";
import { instructionDocumentation } from "../hover/documentation/instructions.ts";
import { forms } from "./forms.ts";

type KeywordCursor = Extract<Cursor, { readonly kind: "keyword" }>;

/** Those that a file has most of come first. */
const inOrder = "FROM RUN COPY WORKDIR ENV ARG EXPOSE USER ENTRYPOINT CMD LABEL VOLUME HEALTHCHECK ADD SHELL STOPSIGNAL ONBUILD MAINTAINER".split(" ");

/** What Docker takes before the first FROM, and what it refuses behind ONBUILD. */
const beforeStages: ReadonlySet<string> = new Set(["FROM", "ARG"]);
const noTriggers: ReadonlySet<string> = new Set(["FROM", "ONBUILD", "MAINTAINER"]);

/** The instructions that may begin there, and below each its forms. In capitals, unless the file has its own in small letters. */
export function keywordCompletions(file: Dockerfile, { outer, range, offset, typed }: KeywordCursor): readonly Draft[] {
	const isInStage = (stagesOf(file)[0]?.from.range.start ?? Infinity) < range.start;
	const rest = /^[^\n\r]*/.exec(file.text.slice(range.end, range.end + 200))?.[0] ?? "";
	const isFollowed = /\S/.test(rest);
	const isSmall = isWrittenSmall(file, range.start);
	const inCase = (text: string): string => (isSmall ? text.toLowerCase() : text);
	return inOrder.flatMap((keyword): readonly Draft[] => {
		if (outer ? noTriggers.has(keyword) : !isInStage && !beforeStages.has(keyword)) return [];
		const isDeprecated = keyword === "MAINTAINER";
		const shared = { isDeprecated, rank: isDeprecated ? 1 : 0, about: (catalogue: Catalogue | undefined) => aboutInstruction(keyword, catalogue) };
		const written = inCase(keyword);
		const plain: Draft = {
			...shared,
			label: written,
			kind: "keyword",
			text: written + (rest === "" ? " " : ""),
			isBegun: rest === "",
		};
		if (isFollowed && offset === range.end) return [plain];
		// While only the keyword is wanted its forms would be in the way of the others.
		const isNamed = typed !== "" && keyword.startsWith(typed.toUpperCase());
		const ofForms = forms[keyword] ?? [];
		return [
			plain,
			...ofForms.map((form): Draft => {
				const snippet = form.replace(/^\w+/, inCase).replace(/ (AS|CMD|NONE) ?/g, inCase);
				return {
					...shared,
					// Of a form of several lines the first tells enough.
					label: toText(snippet).replace(/\n[^]*/, " …"),
					kind: "form",
					snippet,
					filter: toText(snippet).replace(/\n[^]*/, ""),
					rank: isDeprecated ? 4 : isNamed ? 0 : 2,
					about: showing(toText(snippet), saying(instructionDocumentation[keyword]?.text)),
				};
			}),
		];
	});
}

/** By its first instructions, that which is being written left out. */
function isWrittenSmall({ instructions, text }: Dockerfile, except: number): boolean {
	const written = instructions.slice(0, 20).filter(({ keywordRange: { start } }) => start !== except);
	return written.length > 0 && written.every(({ keywordRange: { start, end } }) => /^[a-z]+$/.test(text.slice(start, end)));
}
