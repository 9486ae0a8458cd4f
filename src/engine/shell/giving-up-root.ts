import { type Stage } from "../dockerfile/stages.ts";
import { startingInstructions } from "../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";
import { isShell } from "./wrappers.ts";

/** Whether what a container of the stage starts as root needs root, or goes on as another user, as far as the file tells: by itself, or by a script that has the means. */
export function mayGiveUpRoot(file: Dockerfile, stage: Stage): boolean {
	const commands = startingInstructions(file, stage).flatMap((instruction) => commandsOf(file, instruction));
	return commands.some(isDropping) || (commands.some(isScript) && hasMeans(file, stage));
}

const tools = ["gosu", "su-exec", "setpriv", "chpst", "setuidgid", "s6-setuidgid", "runuser", "start-stop-daemon", "supervisord", "s6-svscan", "runsvdir"];

/** Servers that start as root by design and do their work as somebody else, systems of services that are told whom to run as, and systems that need root. */
const dropping = new Set([
	...tools,
	..."init systemd nginx openresty apache2 apache2ctl apachectl apache2-foreground httpd httpd-foreground php-fpm haproxy sshd cron crond dockerd".split(" "),
	..."containerd dnsmasq named postfix dovecot openvpn squid vsftpd smbd rsyslogd service su sudo doas".split(" "),
]);

function isDropping({ name = "", program, args, wrappers }: ShellCommand): boolean {
	if (dropping.has(name) || /^php-fpm[\d.]+$/.test(name) || wrappers.some((wrapper) => dropping.has(wrapper))) return true;
	return [program, ...args].some((word) => /^--?(?:user|uid|setuid|chuid|run-?as(?:-user)?)(?:=|$)/.test(word?.value ?? ""));
}

const scriptName = /\.(?:sh|bash)$|(?:^|[/_-])(?:entry-?point|start|run|init|boot|launch)\w*$/i;

/** Whether it is a script that nobody sees here, by its name. */
function isScript({ name, args }: ShellCommand): boolean {
	if (name === undefined || scriptName.test(name)) return true;
	return isShell(name) && args.some(({ value }) => value !== undefined && scriptName.test(value));
}

/** Whether the stage, or one below it, brings in a tool that changes the user, or makes an account. */
function hasMeans(file: Dockerfile, stage: Stage): boolean {
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some((instruction) => bringsMeans(file, instruction))) return true;
	return false;
}

const tool = new RegExp(`(?:^|[\\s/=@:'"])(?:${tools.join("|")}|supervisor|s6-overlay)(?=$|[\\s@=:/.'"-])`);

function bringsMeans(file: Dockerfile, instruction: Instruction): boolean {
	const { keyword, args, logical, heredocs } = instruction;
	if (keyword === "COPY" || keyword === "ADD") {
		if (args.some(({ text }) => tool.test(text))) return true;
		return heredocs.some(({ content }) => content.split("\n").some((line) => !/^\s*#/.test(line) && tool.test(line)));
	}
	if (keyword !== "RUN" || ![logical.text, ...heredocs.map(({ content }) => content)].some((text) => tool.test(text) || /useradd|adduser/.test(text)))
		return false;
	return commandsOf(file, instruction).some(
		({ name = "", args: words }) => name === "useradd" || name === "adduser" || [name, ...words.map(({ text }) => text)].some((text) => tool.test(text)),
	);
}
