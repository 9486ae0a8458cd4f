import { type Stage, stageOf, stageReferences, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "unreachable-stage",
	peers: { tally: ["tally/no-unreachable-stages"] },
	category: "practice",
	severity: "warning",
	title: "Nothing takes anything from a stage",
	why: [
		"Docker builds the last stage and what it is made of; a stage that no `FROM`, `COPY --from` or mount leads to is not built at all.",
		"One that has a name may be built with `--target`; one without a name cannot.",
	],
	fixes: { onRequest: "The stage goes; comments above the next one stay.", never: "Stages are named by their numbers, which would change." },
	options: {
		namedStages: { default: false, strict: true, description: "Report also stages that have a name, and so may be built with `--target`." },
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24
				RUN go build -o /web .
				FROM debian:12
				CMD ["bash"]
			`,
			good: dockerfile`
				FROM debian:12
				CMD ["bash"]
			`,
		},
	],

	needs: ["FROM FROM"],
	check(file, { options: { namedStages } }) {
		const problems: Problem[] = [];
		const stages = stagesOf(file);
		if (stages.length < 2) return problems;
		const reached = reachedIn(file, namedStages);
		// Stages below would have other numbers.
		const isNumbered = stageReferences(file).some(({ to }) => /^[+-]?\d+$/.test(to.text));
		for (const stage of stages) {
			if (reached.has(stage) || !stage.image) continue;
			const { name } = stage;
			const fix = isNumbered ? undefined : removal(file, stage);
			const message = name
				? say`nothing takes anything from \`${name.text}\`: it is built with \`--target\` alone`
				: say`nothing takes anything from this stage, so that it is never built`;
			problems.push({ at: name ?? stage.from.keywordRange, message, tag: "unnecessary", ...(fix && { fix }) });
		}
		return problems;
	},
});

/** The last stage, the named ones unless those are asked for, and all that these are made of. */
function reachedIn(file: Dockerfile, namedStages: boolean): ReadonlySet<Stage> {
	const stages = stagesOf(file);
	const taken = new Map<Stage | undefined, Stage[]>();
	for (const { instruction, stage } of stageReferences(file)) {
		const from = stageOf(file, instruction);
		if (stage) taken.set(from, [...(taken.get(from) ?? []), stage]);
	}
	const reached = new Set<Stage>();
	const open = stages.filter((stage) => stage === stages.at(-1) || (!namedStages && stage.name));
	for (let stage = open.pop(); stage; stage = open.pop()) {
		if (reached.has(stage)) continue;
		reached.add(stage);
		if (stage.parent) open.push(stage.parent);
		open.push(...(taken.get(stage) ?? []));
	}
	return reached;
}

function removal(file: Dockerfile, { index, from }: Stage): Fix {
	const { text } = file;
	const lineStart = (offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;
	let end = lineStart(stagesOf(file)[index + 1]?.from.range.start ?? text.length);
	for (let above = lineStart(end - 1); end > 0 && text.slice(above, end).trimStart().startsWith("#"); above = lineStart(end - 1)) end = above;
	return { title: say`Remove the stage`, edits: [remove({ start: lineStart(from.range.start), end })], safe: false };
}
