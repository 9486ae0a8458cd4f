import type { Stage } from "../dockerfile/stages.ts";
import { startingInstructions } from "../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { hasPiece } from "./pieces.ts";
import { isPlainProgram } from "./plain-programs.ts";
import { userChangers, userChangingPackages } from "./user-changers.ts";
import { isShell } from "./wrappers.ts";

/** Whether what a container of the stage starts as root needs root, or goes on as another user, as far as the file tells: by itself, or by a script that has the means. */
export const mayGiveUpRoot = (file: Dockerfile, stage: Stage): boolean => mayGiveUp(stage, file);

const mayGiveUp = fact((stage: Stage, file: Dockerfile): boolean => {
	const starts = startingInstructions(file, stage);
	const [first] = starts;
	const commands = first && starts.length === 1 ? commandsOf(file, first) : starts.flatMap((instruction) => commandsOf(file, instruction));
	// What is an array but for a mistake starts nothing that can be judged.
	if (commands.some(isDropping) || starts.some(({ json, args }) => !json && args[0]?.text.startsWith("["))) return true;
	if (commands.some(isScript)) return has(file, stage, bringsTool) || has(file, stage, makesAccount);
	return !commands.some(({ program }) => program?.value !== undefined && isPlainProgram(program.value)) && has(file, stage, bringsTool);
});

/** Servers that start as root by design and do their work as somebody else, systems of services that are told whom to run as, and systems that need root. */
const dropping = new Set([
	...userChangers,
	..."init systemd nginx openresty apache2 apache2ctl apachectl apache2-foreground httpd httpd-foreground php-fpm haproxy sshd cron crond dockerd".split(" "),
	..."containerd dnsmasq named postfix dovecot openvpn squid vsftpd smbd rsyslogd service su sudo doas".split(" "),
]);

function isDropping({ name = "", program, args, wrappers }: ShellCommand): boolean {
	if (dropping.has(name) || (name.startsWith("php-fpm") && /^php-fpm[\d.]+$/.test(name)) || wrappers.some((wrapper) => dropping.has(wrapper))) return true;
	return (program !== undefined && isUserOption(program)) || args.some(isUserOption);
}

const isUserOption = ({ text, value }: ShellWord): boolean =>
	text.includes("-") && value !== undefined && /^--?(?:user|uid|setuid|chuid|run-?as(?:-user)?)(?:=|$)/.test(value);

const scriptName = /\.(?:sh|bash)$|(?:^|[/_-])(?:entry-?point|start|run|init|boot|launch)\w*$/i;

const inits = new Set(["tini", "dumb-init", "catatonit", "docker-init"]);

/** Whether it is a script that nobody sees here, by its name. */
function isScript({ name, args }: ShellCommand): boolean {
	if (name === undefined || (scriptName.test(name) && !inits.has(name))) return true;
	// What a shell is given to read.
	return isShell(name) && args.some(({ value }) => value !== undefined && scriptName.test(value));
}

/** Whether an instruction of the stage, or of one below it, does so. */
function has(file: Dockerfile, stage: Stage, does: (file: Dockerfile, instruction: Instruction) => boolean): boolean {
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some((instruction) => does(file, instruction))) return true;
	return false;
}

const tool = new RegExp(`(?:^|[\\s/=@:'"])(?:${[...userChangers, ...userChangingPackages].join("|")})(?=$|[\\s@=:/.'"-])`);

/** Nearly no file does. */
const namesTool = fact((file: Dockerfile): boolean => hasPiece(file, ...userChangers, ...userChangingPackages));

function bringsTool(file: Dockerfile, instruction: Instruction): boolean {
	const { keyword, args, logical, heredocs } = instruction;
	if ((keyword !== "RUN" && keyword !== "COPY" && keyword !== "ADD") || !namesTool(file)) return false;
	if (!tool.test(logical.text) && !heredocs.some(({ content }) => tool.test(content))) return false;
	if (keyword === "RUN")
		return commandsOf(file, instruction).some(({ name = "", args: words }) => [name, ...words.map(({ text }) => text)].some((text) => tool.test(text)));
	return args.some(({ text }) => tool.test(text)) || heredocs.some(({ content }) => content.split("\n").some((line) => !/^\s*#/.test(line) && tool.test(line)));
}

const mayMakeAccount = (text: string): boolean => text.includes("useradd") || text.includes("adduser");

function makesAccount(file: Dockerfile, instruction: Instruction): boolean {
	const { keyword, logical, heredocs } = instruction;
	if (keyword !== "RUN" || !(mayMakeAccount(logical.text) || heredocs.some(({ content }) => mayMakeAccount(content)))) return false;
	return commandsOf(file, instruction).some(({ name }) => name === "useradd" || name === "adduser");
}
