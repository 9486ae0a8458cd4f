import type { Stage } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { valueOf } from "../dockerfile/variables.ts";
import type { ShippedProgram } from "../image/shipped-programs.ts";
import { commandsOf } from "../shell/commands.ts";
import type { ShellCommand } from "../shell/shell-command.ts";

/** Whether something in the stage, or in those below, may bring the program along: its name is said, or what is installed or copied is not known. */
export function mayHave(file: Dockerfile, { parent, instructions }: Stage, name: ShippedProgram): boolean {
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
