import { flagOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { rootImageOf, type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "named-user-in-scratch",
	peers: { tally: ["tally/named-identity-in-passwdless-stage"] },
	category: "correctness",
	severity: "error",
	title: "A user is named where nothing knows names",
	why: [
		"`scratch` has no `/etc/passwd` and no `/etc/group`: a container whose user has a name does not start, and a `COPY --chown` with one fails the build.",
		"Numbers need no such files.",
	],
	fixes: {
		onRequest: "The number is that of no user in particular, 65532.",
		never: "A variable holds the name.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.25 AS build
				RUN go build -o /app .

				FROM scratch
				COPY --from=build /app /app
				USER nobody
				ENTRYPOINT ["/app"]
			`,
			good: dockerfile`
				FROM golang:1.25 AS build
				RUN go build -o /app .

				FROM scratch
				COPY --from=build /app /app
				USER 65532
				ENTRYPOINT ["/app"]
			`,
		},
	],

	needs: ["USER", "COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of file.instructions) {
			const word = identityOf(instruction);
			const stage = word && stageOf(file, instruction);
			const text = word && valueOf(file, instruction, word);
			if (!stage || text === undefined || !isNamed(text) || rootImageOf(file, stage) !== "scratch" || mayKnowNames(file, stage)) continue;
			const edits = word.text === text ? [replace(word, text.includes(":") ? "65532:65532" : "65532")] : [];
			const problem = { at: word, message: say`nothing in the image knows \`${text}\`: \`scratch\` has no \`/etc/passwd\`` };
			problems.push(edits.length > 0 ? { ...problem, fix: { title: say`Give a number`, edits, safe: false } } : problem);
		}
		return problems;
	},
});

function identityOf(instruction: Instruction): Word | undefined {
	const { keyword, args } = instruction;
	if (keyword === "USER") return args[0];
	return keyword === "COPY" || keyword === "ADD" ? flagOf(instruction, "chown")?.value : undefined;
}

/** The daemon knows root without looking it up. */
const isNamed = (text: string): boolean => text.split(":").some((part) => /[^\d]/.test(part)) && !/^root(?::(?:root|0))?$/.test(text);

/** Whether something may bring the files: by name, with their folder, or as part of a whole system. */
function mayKnowNames(file: Dockerfile, stage: Stage): boolean {
	for (let each: Stage | undefined = stage; each; each = each.parent) {
		if (each.instructions.some(({ keyword }) => keyword === "RUN")) return true;
		for (const instruction of each.instructions) {
			if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
			const target = valueOf(file, instruction, instruction.args.at(-1));
			if (target === undefined || /^\/?(?:\.\/?)?$|^\/?etc(?:\/|$)/.test(target)) return true;
		}
	}
	return instructionsOf(file, "ONBUILD").length > 0;
}
