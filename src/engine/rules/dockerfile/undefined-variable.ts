import { declareArgument } from "../../dockerfile/declare-argument.ts";
import { globalScope, platformArguments } from "../../dockerfile/global-scope.ts";
import { pairsOf } from "../../dockerfile/instructions.ts";
import { mayBeOnStage, rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { type UnsetVariable, unsetVariables } from "../../dockerfile/unset-variables.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { mayImageSet } from "../../image/environment.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "undefined-variable",
	peers: {
		buildkit: ["UndefinedVar"],
		tally: ["buildkit/UndefinedVar"],
	},
	category: "correctness",
	severity: "warning",
	title: "A variable is used that nothing sets",
	why: [
		"Docker puts nothing in the place of a variable that is not set, and says no word of it: `COPY app /opt/$NAME` copies to `/opt/`.",
		"An argument from above the first `FROM` has a value in a stage only after an `ARG` there names it.",
	],
	fixes: {
		onRequest: "A name that is spelt much the same is set, or the argument can be declared in the stage.",
		never: "Where the value is to come from is for you to say.",
	},
	options: {
		imageVariables: { default: true, buildkit: false, description: "Know what official base images set." },
		everyName: {
			default: false,
			buildkit: true,
			description: "Report also what an unknown base image may set, what is set by its own old value, and what the text has a value for.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				ARG VERSION=1.2
				FROM debian:12
				COPY app-$VERSION.tar.gz /opt/
			`,
			good: dockerfile`
				ARG VERSION=1.2
				FROM debian:12
				ARG VERSION
				COPY app-$VERSION.tar.gz /opt/
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				ENV APP_HOME=/opt/app
				WORKDIR $APP_HOEM
			`,
			good: dockerfile`
				FROM debian:12
				ENV APP_HOME=/opt/app
				WORKDIR $APP_HOME
			`,
		},
	],

	needs: ["ARG $", "ENV $", "LABEL $", "WORKDIR $", "USER $", "VOLUME $", "STOPSIGNAL $", "COPY $", "ADD $", "RUN $"],
	check(file, { options: { everyName, imageVariables } }) {
		const problems: Problem[] = [];
		let asked = 0;
		for (const variable of unsetVariables(file)) {
			const { instruction } = variable;
			const stage = instruction.keyword === "FROM" ? undefined : stageOf(file, instruction);
			if (!stage || (!everyName && isMeant(variable)) || mayBeOnStage(file, stage, everyName ? isPlatform : isAny)) continue;
			const image = imageVariables ? rootImageOf(file, stage) : undefined;
			const mayBeSet = image === undefined ? undefined : mayImageSet(image, variable.name);
			if (mayBeSet === true) continue;
			const problem = problemOf(file, variable, everyName || mayBeSet === false, asked++ < mostAsked);
			if (problem) problems.push(problem);
		}
		return problems;
	},
});

/** BuildKit gives these a value; it takes others for empty where they have no default. */
const isPlatform = (name: string): boolean => platformArguments.includes(name);
const isAny = (): boolean => true;

/** Text with a value of its own, here documents, which have a rule of theirs, and what is added to what a base image may have set. */
function isMeant({ name, instruction, hasFallback, isInHeredoc }: UnsetVariable): boolean {
	if (hasFallback || isInHeredoc || !/^[A-Za-z_]/.test(name)) return true;
	return instruction.keyword === "ENV" && pairsOf(instruction).some((pair) => pair.name.text === name);
}

function problemOf(file: Dockerfile, { name, instruction, at }: UnsetVariable, isCertain: boolean, isEarly: boolean): Problem | undefined {
	const global = globalScope(file).get(name);
	if (global) {
		const message =
			global.kind === "predefined"
				? say`\`${name}\` has no value in this stage before \`ARG ${name}\``
				: say`\`${name}\` is declared above the first \`FROM\` alone, and has no value in this stage`;
		return { at, message, fix: declareArgument(file, instruction, name) };
	}
	const similar = name.length < 4 || !isEarly ? undefined : findSimilar(name, namesAt(file, instruction), name.length < 6 ? 1 : 2);
	if (similar !== undefined) {
		const fix = renaming(file, name, at, similar);
		return { at, message: say`nothing sets \`${name}\`, but \`${similar}\``, ...(fix && { fix }) };
	}
	return isCertain ? { at, message: say`nothing sets \`${name}\`, so nothing stands in its place` } : undefined;
}

const namesAt = (file: Dockerfile, instruction: UnsetVariable["instruction"]): readonly string[] =>
	scopeBefore(file, instruction)
		.entries()
		.map(([name]) => name);

function renaming({ text }: Dockerfile, name: string, at: UnsetVariable["at"], similar: string): Fix | undefined {
	const start = text.indexOf(name, at.start);
	if (start < 0 || start + name.length > at.end) return undefined;
	return { title: say`Change it to ${similar}`, edits: [replace({ start, end: start + name.length }, similar)], safe: false };
}
