import { instructionsAndTriggersOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { type Message, say } from "../../text/message.ts";
import { holdsPassword, isHarmlessValue, isSecretName, mayHoldSecret } from "../../text/secrets.ts";

export default dockerfileRule({
	id: "secret-in-variable",
	peers: {
		hadolint: ["DL3064"],
		buildkit: ["SecretsUsedInArgOrEnv"],
		tally: ["buildkit/SecretsUsedInArgOrEnv", "tally/ruby/secrets-in-arg-or-env", "tally/ruby/prefer-secret-mounts-for-build-credentials"],
		trivy: ["DS-0031"],
		kics: ["c3e1b6ae"],
		semgrep: ["secret-in-build-arg"],
		dockle: ["CIS-DI-0010"],
	},
	category: "security",
	severity: "warning",
	title: "A secret is kept in the image or its history",
	why: [
		"What `ENV` sets is stored in the image, and what `ARG` holds in its history and in the build's provenance: everyone who has the image can read it there.",
		"A secret mount (`RUN --mount=type=secret,id=token …`) shows a secret to one command and keeps nothing of it; at run time the environment or a file can bring it.",
	],
	options: {
		everyName: {
			default: false,
			hadolint: true,
			buildkit: true,
			description: "Report every variable that hadolint or BuildKit takes for a secret by its name, whatever it holds.",
		},
	},
	fixes: {
		never: "Where the secret is to come from is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ARG NPM_TOKEN
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
			`,
		},
	],

	needs: ["ENV", "ARG"],
	check(file, { options: { everyName } }) {
		const problems: Problem[] = [];
		const report = (keyword: "ENV" | "ARG", each: Held): void => {
			const message = messageFor(keyword, each, everyName);
			if (message)
				problems.push({ at: each.name, message, as: { ...(!each.isHadolints && { hadolint: false }), ...(!each.isBuildkits && { buildkit: false }) } });
		};
		for (const each of heldIn(file, "ENV", everyName)) report("ENV", each);
		for (const each of heldIn(file, "ARG", everyName)) report("ARG", each);
		return problems;
	},
});

function messageFor(keyword: "ENV" | "ARG", { text, held, isHadolints, isBuildkits }: Held, everyName: boolean): Message | undefined {
	const isPeers = everyName && (isHadolints || isBuildkits);
	if (keyword === "ENV") {
		if (held === "password") return say`\`${text}\` holds a password, which is stored in the image, where everyone who has it can read it`;
		return held === "secret" || isPeers ? say`\`${text}\` is stored in the image, where everyone who has it can read it` : undefined;
	}
	if (held === "password") return say`\`${text}\` holds a password, which stays in the image's history, where everyone who has it can read it`;
	if (held === "secret") return say`the value of \`${text}\` stays in the image's history, where everyone who has it can read it`;
	return (held === "nothing" && isSecretName(text)) || isPeers ? say`what a build gives to \`${text}\` stays in the image's history and provenance` : undefined;
}

type Held = {
	readonly name: Word;
	readonly text: string;
	readonly held: "secret" | "password" | "harmless" | "nothing";
	/** Whether the name alone tells a secret to hadolint, and to BuildKit. */
	readonly isHadolints: boolean;
	readonly isBuildkits: boolean;
};

const hadolints = /password|token|secret|username|private|api_key|^aws_access_key_id$/i;
/** https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
const buildkits = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmlessForBuildkit = /(?:^|_)(?:public|file|version)(?:_|$)/i;

/** The variables to which the file's ENVs or ARGs give a secret or no value; with `everyName` all of them. */
function heldIn(file: Dockerfile, keyword: "ENV" | "ARG", everyName: boolean): readonly Held[] {
	const all: Held[] = [];
	for (const instruction of instructionsAndTriggersOf(file, keyword)) {
		if (!everyName && !mayHoldSecret(instruction.logical.text)) continue;
		// An ARG before the first FROM serves the FROMs alone.
		const isGlobal = keyword === "ARG" && !stageOf(file, instruction);
		if (isGlobal && !everyName) continue;
		for (const [index, { name, value }] of pairsOf(instruction).entries()) {
			const text = unquoted(name.text);
			const held = isGlobal ? "harmless" : heldBy(file, instruction, text, value);
			if (held === "harmless" && !everyName) continue;
			const isHadolints = hadolints.test(text) && !(keyword === "ARG" && index > 0);
			const isBuildkits = !isGlobal && instruction.startLine > 0 && buildkits.test(text) && !harmlessForBuildkit.test(text);
			all.push({ name, text, held, isHadolints, isBuildkits });
		}
	}
	return all;
}

/** `secret` by the variable's name, `password` by its value. */
function heldBy(file: Dockerfile, instruction: Instruction, name: string, value: Word | undefined): "secret" | "password" | "harmless" | "nothing" {
	let text = unquoted(value?.text ?? "");
	// What only hands on a variable holds what that does.
	if (/^\$(?:\w+|\{\w+\})$/.test(text)) text = valueOf(file, instruction, value) || text;
	if (text === "") return "nothing";
	if (isSecretName(name)) return isHarmlessValue(name, text) ? "harmless" : "secret";
	return holdsPassword(text) ? "password" : "harmless";
}

function unquoted(text: string): string {
	const [quote] = text;
	const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
	return (isQuoted ? text.slice(1, -1) : text).trim();
}
