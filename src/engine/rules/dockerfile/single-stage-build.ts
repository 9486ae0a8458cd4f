import { instructionsOf } from "../../dockerfile/instructions.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "single-stage-build",
	peers: { tally: ["tally/prefer-multi-stage-build"] },
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "What builds the program is shipped with it",
	why: [
		"Compilers, sources and caches are larger than what they make, and each is something to attack.",
		"A stage that builds and another that copies the result from it keep them out of the image.",
	],
	fixes: { never: "What the program needs when it runs is for you to say." },
	needs: ["RUN"],
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24
				COPY . .
				RUN go build -o /web .
				CMD ["/web"]
			`,
			good: dockerfile`
				FROM golang:1.24 AS build
				COPY . .
				RUN go build -o /web .
				FROM debian:12
				COPY --from=build /web /web
				CMD ["/web"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const [stage, second] = stagesOf(file);
		if (!stage || second || startingInstructions(file, stage).length === 0) return problems;
		for (const instruction of instructionsOf(file, "RUN")) {
			const commands = commandsOf(file, instruction);
			// What is removed in the same layer is not shipped.
			if (commands.some(isRemoval)) continue;
			for (const command of commands) {
				const built = builtBy(command);
				if (built === undefined) continue;
				problems.push({ at: command.range, message: say`what \`${built}\` needs stays in the image, for there is no other stage` });
				return problems;
			}
		}
		return problems;
	},
});

const isRemoval = ({ name, args }: ShellCommand): boolean =>
	name !== undefined &&
	/^(?:apt|apt-get|apk|yum|dnf|microdnf|zypper)$/.test(name) &&
	args.some(({ text }) => /^(?:purge|remove|autoremove|del|erase)$/.test(text));

/** The command as it is known, where it compiles something. */
function builtBy({ name, args }: ShellCommand): string | undefined {
	if (name === undefined) return undefined;
	const wanted = subcommands[name === "mvnw" ? "mvn" : name === "gradlew" ? "gradle" : name];
	if (!wanted || args.some(({ text }) => /^-{1,2}(?:version|help|print|dump|V$)/.test(text))) return undefined;
	if (wanted.length === 0) return name;
	const words = args.flatMap(({ value }) => (value === undefined || value.startsWith("-") ? [] : [value]));
	const found = wanted.find((each) => words.slice(0, 3).join(" ").includes(each));
	return found === undefined ? undefined : `${name} ${found}`;
}

const subcommands: Readonly<Record<string, readonly string[]>> = {
	go: ["build", "install"],
	cargo: ["build", "install"],
	dotnet: ["publish", "build"],
	mvn: ["package", "install", "verify"],
	gradle: ["build", "assemble", "bootJar", "shadowJar"],
	npm: ["run build"],
	yarn: ["build"],
	pnpm: ["build"],
	make: [],
	gcc: [],
	"g++": [],
	javac: [],
	cmake: [],
	tsc: [],
};
