import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import type { Instruction } from "../../dockerfile/syntax.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "login-without-secret-mount",
	peers: { tally: ["tally/require-secret-mounts"] },
	category: "security",
	severity: "off",
	title: "A command needs a secret, and its `RUN` mounts none",
	why: [
		"A command that logs in somewhere gets its password from somewhere: from an `ARG`, an `ENV` or a copied file, and all of these stay in the image or its history.",
		"`--mount=type=secret` gives a secret to one `RUN`, and leaves nothing behind.",
	],
	options: {
		commands: {
			default: ["docker login", "npm publish", "twine upload"],
			description: "Commands that need a secret: a program and the words after it.",
		},
	},
	fixes: { never: "What the secret is called is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				ARG TOKEN
				RUN echo "$TOKEN" | docker login -u ci --password-stdin registry.example.com
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN --mount=type=secret,id=token docker login -u ci --password-stdin registry.example.com < /run/secrets/token
			`,
		},
	],
	needs: ["RUN"],

	check(file, { options: { commands } }) {
		const problems: Problem[] = [];
		const wanted = wordsOf(commands);
		for (const { run, command } of commandsNamed(file, ...wanted.map(([program = ""]) => program))) {
			if (!wanted.some((words) => isCall(command, words)) || mountsSecret(run)) continue;
			problems.push({ at: command.range, message: say`\`${command.name ?? ""}\` needs a secret here, and the \`RUN\` mounts none` });
		}
		return problems;
	},
});

/** Of each command, once for all files. */
const wordsOf = fact((commands: readonly string[]) => commands.map((each) => each.trim().split(/\s+/)));

/** Whether the command is the program with these words first, options left out. */
function isCall({ name, args }: ShellCommand, [program, ...words]: readonly string[]): boolean {
	const operands = args.filter(({ text }) => !text.startsWith("-"));
	return name === program && words.every((word, index) => operands[index]?.value === word);
}

const mountsSecret = ({ flags }: Instruction): boolean =>
	flags.some(({ name, value }) => name === "mount" && /(?:^|,)type=(?:secret|ssh)(?:,|$)/.test(value?.text ?? ""));
