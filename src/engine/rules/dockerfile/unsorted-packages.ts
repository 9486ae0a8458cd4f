import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import { allNamings, type Naming } from "../../shell/packages.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

const programs = allNamings.flatMap((naming) => naming.programs);

export default dockerfileRule({
	id: "unsorted-packages",
	formerIds: ["sort-packages"],
	peers: { tally: ["tally/sort-packages"] },
	category: "style",
	severity: "off",
	title: "Packages are in no order",
	why: ["In a sorted list a package is found at once, none is there twice, and two changes seldom meet in the same line."],
	fixes: {
		safely: "A system's package manager is given its packages in any order.",
		onRequest: "For the package managers of languages the order may matter.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache git curl bash
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache bash curl git
			`,
		},
	],

	needs: programs,
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, ...programs)) {
			const naming = allNamings.find((each) => each.programs.includes(call.program));
			if (!naming) continue;
			for (const run of runsOf(file, call, naming)) {
				const problem = judge(run, naming);
				if (problem) problems.push(problem);
			}
		}
		return problems;
	},
});

/** Packages that stand beside each other, with nothing but white space between them: a comment or an option stays where it is. */
function runsOf({ text }: Dockerfile, call: Call, { first, isPinned }: Naming): readonly (readonly ShellWord[])[] {
	const start = first(call);
	if (start === undefined || call.operands.length - start < 2 || call.command.exec) return [];
	const runs: ShellWord[][] = [[]];
	for (let index = start; index < call.operandWords.length; index++) {
		const word = call.operandWords[index];
		const last = runs.at(-1)?.at(-1);
		if (!word || word.value === undefined || isPinned(word.value, undefined) === undefined) runs.push([]);
		else if (last && !/^[\s\\`]*$/.test(text.slice(last.end, word.start))) runs.push([word]);
		else runs.at(-1)?.push(word);
	}
	return runs.filter(({ length }) => length > 1);
}

function judge(run: readonly ShellWord[], { isOfSystem = false }: Naming): Problem | undefined {
	// Whoever sorts with a tool has one of these orders.
	if (orders.some((key) => isSorted(run, key))) return undefined;
	const sorted = run.toSorted((one, other) => compare(nameOf(one), nameOf(other)));
	const stray = run.find((word, index) => index > 0 && compare(nameOf(run[index - 1] ?? word), nameOf(word)) > 0) ?? run[0];
	if (!stray) return undefined;
	const edits = run.flatMap((word, index) => {
		const other = sorted[index];
		return other && other !== word ? [replace(word, other.text)] : [];
	});
	return {
		at: stray,
		message: say`\`${stray.value ?? ""}\` is out of order among its packages`,
		fix: { title: say`Sort the packages`, edits, safe: isOfSystem },
	};
}

const nameOf = ({ value = "" }: ShellWord): string => value.toLowerCase().replace(/[=<>~!].*$/, "");
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const orders: readonly ((word: ShellWord) => string)[] = [nameOf, ({ value = "" }) => value, (word) => nameOf(word).replace(/[^a-z\d]/g, "")];

function isSorted(run: readonly ShellWord[], key: (word: ShellWord) => string): boolean {
	let before = "";
	for (const word of run) {
		const own = key(word);
		if (own < before) return false;
		before = own;
	}
	return true;
}
