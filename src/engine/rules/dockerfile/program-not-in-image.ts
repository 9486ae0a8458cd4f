import { baseImageOf, baseReferenceOf, rootOf, type Stage } from "../../dockerfile/stages.ts";
import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { missingPrograms, type ShippedProgram } from "../../image/shipped-programs.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

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

/** Whether something in the stage, or in those below, may bring the program along: its name is said, or what is installed or copied is not known. */
function mayHave(file: Dockerfile, { parent, instructions }: Stage, name: ShippedProgram): boolean {
	return instructions.some((each) => brings(file, each, name)) || (parent !== undefined && mayHave(file, parent, name));
}

function brings(file: Dockerfile, instruction: Instruction, name: ShippedProgram): boolean {
	const { keyword, logical, heredocs } = instruction;
	if (keyword === "COPY" || keyword === "ADD") return new RegExp(`\\b${name}\\b`).test(logical.text) || copiesPrograms(file, instruction);
	if (keyword !== "RUN") return false;
	if (heredocs.length > 0 || names[name].test(logical.text)) return true;
	const commands = commandsOf(file, instruction);
	return commands.length === 0 || commands.some(isOpen);
}

/** What the program is called in a list of packages, and what brings it along. */
const names: Readonly<Record<ShippedProgram, RegExp>> = {
	bash: /\bbash\b|\bgit\b|\bbuild-base\b/,
	curl: /curl|\bbusybox-extras\b|\bgit\b|\bcmake\b/,
	nc: /\bnc\b|netcat|ncat|nmap|busybox/,
	sh: /\bsh\b|busybox/,
	wget: /wget|busybox/,
};

/** Programs of which it is known that they bring no others. */
const harmless: ReadonlySet<string> = new Set(
	(
		": [ adduser addgroup apk apt apt-get bundle cat cd chmod chown cp corepack dpkg echo export find gem getent go groupadd ln ls make mkdir mv node npm npx pip pip3 " +
		"pnpm printf python python3 rm sed set sort tar test touch true tsc uname update-ca-certificates useradd usermod yarn dotnet cargo locale-gen ldconfig head grep uv poetry"
	).split(" "),
);

const isOpen = ({ name, args }: ShellCommand): boolean =>
	name === undefined || !harmless.has(name) || (/^(?:apk|apt|apt-get)$/.test(name) && args.some(({ value }) => value === undefined || heavy.test(value)));

/** Packages that are known to need many others. */
const heavy =
	/^(?:@|\.|\/|.*(?:desktop|full|essential|chromium|texlive|jdk|jre|awscli|supervisor|certbot|nginx|php|mysql|mariadb|postgresql|recommends|xorg|devscripts|debhelper))/;

/** Whole trees from another stage or the context that land where programs are. */
function copiesPrograms(file: Dockerfile, instruction: Instruction): boolean {
	const target = valueOf(file, instruction, instruction.args.at(-1));
	return target === undefined || /^(?:\/|\/(?:usr\/)?(?:local\/)?s?bin\/?|\/usr\/?(?:local\/?)?|\.?\/?rootfs.*)$/.test(target);
}

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
