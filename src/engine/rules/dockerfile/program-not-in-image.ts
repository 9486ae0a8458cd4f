import { baseImageOf, baseReferenceOf, rootOf } from "../../dockerfile/stages.ts";
import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { missingPrograms } from "../../image/shipped-programs.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { mayHave } from "../brought-programs.ts";

export default dockerfileRule({
	id: "program-not-in-image",
	category: "correctness",
	severity: "warning",
	title: "What is started is not in the image",
	why: [
		"A health check with a program that the image does not have fails each time, and the container is unhealthy for ever; a container that is to start with one does not start.",
		"Slim images have neither `curl` nor `wget`, Alpine has `wget` and no `bash`, and distroless ones have no shell.",
	],
	fixes: {
		onRequest: "The check asks for a URL with `curl`, and the image has BusyBox's `wget`.",
		never: "The program has to be installed, or another way be found.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22-alpine
				HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
				CMD ["node", "server.js"]
			`,
			good: dockerfile`
				FROM node:22-alpine
				HEALTHCHECK CMD wget -q -O /dev/null http://localhost:8080/ || exit 1
				CMD ["node", "server.js"]
			`,
		},
	],

	needs: ["HEALTHCHECK", "CMD", "ENTRYPOINT"],
	check(file) {
		const problems: Problem[] = [];
		for (const stage of outputStages(file)) {
			const root = rootOf(file, stage);
			const [image, reference] = [baseImageOf(file, root), baseReferenceOf(file, root)];
			const missing = image !== undefined && reference ? missingPrograms(image, reference) : undefined;
			if (!missing || image === undefined) continue;
			const check = stage.instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
			for (const instruction of [...(check ? [check] : []), ...startingInstructions(file, stage).slice(0, 1)]) {
				const [command] = commandsOf(file, instruction);
				const word = command?.program;
				const name = missing.find((each) => each === command?.name);
				if (!command || !word || !name || command.wrappers.length > 0 || mayHave(file, stage, name)) continue;
				const fix = name === "curl" && !missing.includes("wget") && instruction === check ? byWget(file, instruction, command) : undefined;
				problems.push({ at: word, message: say`\`${image}\` has no \`${name}\`, and nothing installs it`, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

/** With options that mean to BusyBox what they do by default. */
function byWget({ text }: Dockerfile, { json }: Instruction, { program, args, range }: ShellCommand): Fix | undefined {
	const urls = args.filter(({ value = "" }) => /^https?:\/\//.test(value));
	const options = args.filter((each) => !urls.includes(each));
	const [url] = urls;
	if (json || !program || !url || urls.length > 1 || !options.every(({ value = "" }) => /^(?:-[fsSL]+|--fail|--silent|--show-error|--location)$/.test(value)))
		return undefined;
	const edit = replace({ start: program.start, end: range.end }, `wget -q -O /dev/null ${text.slice(url.start, url.end)}`);
	return { title: say`Ask by wget`, edits: [edit], safe: false };
}
