import { rootBaseOf, type Stage, stagesOf } from "../../dockerfile/stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { stateAtEnd } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { withoutQuotes } from "../../dockerfile/expand.ts";
import { userOf } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { mayGiveUpRoot } from "../../shell/giving-up-root.ts";
import { unusedAccount } from "../../shell/unused-account.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { say } from "../../text/message.ts";
import { notHadolints } from "../as-hadolint.ts";
import { runAs } from "../run-as.ts";

export default dockerfileRule({
	id: "missing-user",
	peers: {
		hadolint: ["DL3002"],
		tally: ["hadolint/DL3002"],
		trivy: ["DS-0002"],
		checkov: ["CKV_DOCKER_3", "CKV_DOCKER_8"],
		kics: ["fd54f200", "67fd0c4a"],
		semgrep: ["missing-user", "missing-user-entrypoint", "last-user-is-root"],
		dockle: ["CIS-DI-0001"],
	},
	category: "security",
	severity: "warning",
	title: "The container runs as root",
	why: [
		"Who breaks into a process that runs as root owns everything in its container, and is one mistake away from the host.",
		"Most applications need no root: a `USER` before `CMD`, by name or by number, is enough, and Kubernetes can hold you to it with `runAsNonRoot`.",
	],
	options: {
		usersOnly: { default: false, hadolint: true, description: "Report each stage whose own last `USER` is root, whatever runs in it, and nothing else." },
	},
	fixes: {
		onRequest: "The base image brings a user for applications; files may belong to root then.",
		never: "A user has to be created or chosen first.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13-slim
				COPY app.py .
				CMD ["python", "app.py"]
			`,
			good: dockerfile`
				FROM python:3.13-slim
				COPY app.py .
				USER 10001
				CMD ["python", "app.py"]
			`,
		},
		{
			bad: dockerfile`
				FROM node:22-slim
				COPY server.js .
				CMD ["node", "server.js"]
			`,
			good: dockerfile`
				FROM node:22-slim
				COPY server.js .
				USER node
				CMD ["node", "server.js"]
			`,
		},
	],

	check(file, { options: { usersOnly } }) {
		if (usersOnly) return stagesOf(file).flatMap((each) => lastIsRoot(file, each.instructions.filter(({ keyword }) => keyword === "USER").at(-1)) ?? none);
		const stage = stagesOf(file).at(-1);
		if (!stage?.image || isWindowsStage(file, stage)) return none;
		const { user } = stateAtEnd(file, stage);
		const problem = user ? lastIsRoot(file, user) : noneIsSet(file, stage);
		return problem && !mayGiveUpRoot(file, stage) ? [problem] : none;
	},
});

const none: readonly Problem[] = [];

function lastIsRoot(file: Dockerfile, user: Instruction | undefined): Problem | undefined {
	const [word] = user?.args ?? [];
	if (!user || !word || !userOf(file, user)?.isRoot) return undefined;
	// To hadolint blanks behind the name are part of it.
	const isHadolints = /^(?:root|0)(?::|$)/.test(word.text) && !/[ \t]/.test(file.text[word.end] ?? "");
	return { ...(!isHadolints && notHadolints), at: word, message: say`the last \`USER\` is \`${withoutQuotes(word.text)}\`, so the container runs as root` };
}

function noneIsSet(file: Dockerfile, stage: Stage): Problem | undefined {
	const base = rootBaseOf(file, stage);
	if (!stage.image || !base) return undefined;
	const { user, ownUser, runs } = base;
	// What starts nothing is made for others to build on, or to take files from.
	if (user !== "root" || (startingInstructions(file, stage).length === 0 && !runs)) return undefined;
	// Where an account is made and not used, that is the place to tell.
	if (unusedAccount(file, stage)) return undefined;
	const edit = ownUser ? runAs(file, stage, ownUser) : undefined;
	const message = stage.parent
		? say`the last stage runs as root, and no \`USER\` changes that`
		: say`\`${withoutQuotes(stage.image.text)}\` runs as root, and no \`USER\` changes that`;
	return {
		at: stage.image,
		message,
		...notHadolints,
		...(edit && { fix: { title: say`Run as the image's user ${ownUser ?? ""}`, edits: [edit], safe: false } }),
	};
}
