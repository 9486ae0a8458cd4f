import { baseImage } from "../../image/base-images.ts";
import { type Copy, copiesOf } from "../../dockerfile/copies.ts";
import { baseImageOf, rootOf, rootImageOf, type Stage } from "../../dockerfile/stages.ts";
import { isAbsolute, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "relative-copy-target",
	peers: {
		hadolint: ["DL3045"],
		tally: ["hadolint/DL3045"],
	},
	category: "correctness",
	severity: "warning",
	title: "Where files are copied to depends on the base image",
	why: [
		"A relative target is taken from the working directory, and before the first `WORKDIR` that is whatever the base image has set.",
		"Often it is `/`, where files of an application lie among those of the system; and when the base image changes it, they land somewhere else.",
	],
	options: {
		scratch: { default: false, hadolint: true, description: "Report in stages from `scratch` too, where the working directory is always `/`." },
	},
	fixes: {
		safely: "The base image's working directory is known.",
		onRequest: "It is not known; the path then begins at `/`.",
		never: "The target begins with two dots, or holds a variable that is not known.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				COPY app.py app/
			`,
			good: dockerfile`
				FROM python:3.13
				COPY app.py /app/
			`,
		},
	],

	needs: ["COPY"],
	check(file, { options: { scratch } }) {
		let problems: Problem[] | undefined;
		for (const copy of copiesOf(file)) {
			const { instruction, stage, target, targetValue } = copy;
			if (instruction.keyword !== "COPY" || !stage) continue;
			// A variable before anything else may hold a root.
			const path = targetValue ?? target.text.replaceAll(/["']/g, "");
			if (path === "" || isAbsolute(path) || (targetValue === undefined && path.startsWith("$"))) continue;
			if (stateBefore(file, instruction).workdirInstruction || (!scratch && baseImageOf(file, rootOf(file, stage)) === "scratch")) continue;
			const image = rootImageOf(file, stage);
			const fix = fixOf(file, copy, stage);
			(problems ??= []).push({
				at: target,
				message:
					image === undefined
						? say`\`${path}\` is relative to the working directory that the base image happens to have`
						: say`\`${path}\` is relative to the working directory that \`${image}\` happens to have`,
				...(fix && { fix }),
				// hadolint takes each variable for a root.
				...(/^["']?\$/.test(target.text) && { as: { hadolint: false } }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

function fixOf(file: Dockerfile, { target, targetValue }: Copy, stage: Stage): Fix | undefined {
	const written = file.text.slice(target.start, target.end);
	if (targetValue === undefined || /^\.\.|[$\\`"'\s]/.test(targetValue) || /[$\\`]/.test(written)) return undefined;
	const image = rootImageOf(file, stage);
	const workdir = image !== undefined && !isWindowsStage(file, stage) ? baseImage(image).workdir : undefined;
	const folder = workdir ?? "/";
	const rest = targetValue.replace(/^(?:\.\/+)+|^\.$/, "");
	const absolute = rest === "" ? `${folder.replace(/\/$/, "")}/` : `${folder.replace(/\/$/, "")}/${rest}`;
	const quote = /^["']/.exec(written)?.[0] ?? "";
	return { title: say`Make it ${absolute}`, edits: [replace(target, `${quote}${absolute}${quote}`)], safe: workdir !== undefined };
}
