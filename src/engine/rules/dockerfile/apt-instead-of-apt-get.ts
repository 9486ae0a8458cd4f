import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { isOfficialImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import { say } from "../../text/message.ts";
import { type Edit, insert, replace } from "../../text/text.ts";
import { asHadolint } from "../as-hadolint.ts";

export default dockerfileRule({
	id: "apt-instead-of-apt-get",
	formerIds: ["no-apt"],
	peers: {
		hadolint: [{ id: "DL3027", severity: "warning" }],
		tally: ["hadolint/DL3027"],
		checkov: ["CKV_DOCKER_9"],
		kics: ["b84a0b47"],
		semgrep: ["prefer-apt-get"],
	},
	category: "practice",
	severity: "info",
	title: "`apt` is made for people, not for scripts",
	why: [
		"`apt` warns by itself that its command line is not stable: what it prints and does may change from one release to the next.",
		"`apt-get` and `apt-cache` do the same, and keep to what scripts expect of them.",
	],
	fixes: {
		safely: "The subcommand is the same there, and the base image is an official one, where apt keeps no packages either way.",
		onRequest: "The base image is another one, where `apt-get` may keep what it has downloaded, or `apt-cache` has the subcommand.",
		never: "Neither has the subcommand.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt update && apt install -y --no-install-recommends curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y --no-install-recommends curl
			`,
		},
	],

	needs: ["apt"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "apt")) {
			const fix = replacement(file, call);
			problems.push({
				at: call.command.program ?? call.range,
				message: say`\`apt\` has no stable command line, and \`apt-get\` has`,
				...(fix && { fix }),
				...asHadolint(call),
			});
		}
		return problems;
	},
});

function replacement(file: Dockerfile, call: Call): Fix | undefined {
	const { subcommand, word, command, instruction } = call;
	const { program, exec } = command;
	if (!program || !/apt["']?$/.test(program.text)) return undefined;
	const name = /^(?:show|search|policy|depends|rdepends|showsrc|madison|pkgnames)$/.test(subcommand)
		? "apt-cache"
		: same.has(subcommand)
			? "apt-get"
			: undefined;
	if (!name) return undefined;
	const edits: Edit[] = [replace(program, program.text.replace(/apt(?=["']?$)/, name))];
	if (subcommand === "full-upgrade" && word.text === subcommand) edits.push(replace(word, "dist-upgrade"));
	else if (subcommand === "upgrade") edits.push(insert(word.end, exec ? ', "--with-new-pkgs"' : " --with-new-pkgs"));
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	return { title: say`Use \`${name}\``, edits, safe: name === "apt-get" && image !== undefined && isOfficialImage(image) };
}

const same = new Set(
	"install reinstall update upgrade full-upgrade dist-upgrade remove purge autoremove autopurge clean autoclean build-dep source download satisfy".split(" "),
);
