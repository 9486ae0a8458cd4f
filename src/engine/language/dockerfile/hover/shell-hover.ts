import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";

/** What SHELL's words mean to the shell, a sentence each; nothing of a shell that is not known. */
export function describeShell([program = "", ...options]: readonly string[]): readonly Message[] {
	const name = /[^/\\]*$/.exec(program.replace(/\.exe$/i, ""))?.[0].toLowerCase() ?? "";
	const known = name === "cmd" ? ofCmd : /^(?:powershell|pwsh)$/.test(name) ? ofPowerShell : /^(?:ba|da|a|z|k|mk)?sh$/.test(name) ? undefined : {};
	if (known) return options.flatMap((option) => known[option.toLowerCase()] ?? []);
	return options.flatMap((option, index) => {
		if (/^[-+]?o$|^-[a-z]*o$/.test(options[index - 1] ?? "")) return ofName[option] ?? [];
		return /^-[a-z]+$/i.test(option) ? Array.from(option.slice(1)).flatMap((letter) => ofLetter[letter] ?? []) : [];
	});
}

const about = (option: string, text: Message): Message => say`${code(option)}: ${text}`;

const ofLetter: Readonly<Record<string, Message>> = {
	c: about("-c", say`the next word is the script, which Docker puts there.`),
	e: about("-e", say`the script ends at the first command that fails.`),
	u: about("-u", say`a variable that is not set is an error.`),
	x: about("-x", say`each command is shown before it is run, secrets in it included.`),
	l: about("-l", say`a login shell, which reads \`/etc/profile\` and the user's own first.`),
	i: about("-i", say`an interactive shell, which reads the user's own settings first.`),
	o: about("-o", say`the next word is an option by its name.`),
};

const ofName: Readonly<Record<string, Message>> = {
	pipefail: about("pipefail", say`a pipe fails where any of its commands does, and not the last alone.`),
	errexit: about("errexit", say`the script ends at the first command that fails.`),
	nounset: about("nounset", say`a variable that is not set is an error.`),
	xtrace: about("xtrace", say`each command is shown before it is run, secrets in it included.`),
};

const ofCmd: Readonly<Record<string, Message>> = {
	"/s": about("/S", say`the quotes around the whole command are taken off.`),
	"/c": about("/C", say`runs the command that Docker puts behind it, and ends.`),
	"/v:on": about("/V:ON", say`variables as \`!NAME!\` are replaced when a command is run.`),
};

const ofPowerShell: Readonly<Record<string, Message>> = {
	"-command": about("-Command", say`the next words are the script, which Docker puts behind them.`),
	"-noprofile": about("-NoProfile", say`no profile is read first.`),
	"-nologo": about("-NoLogo", say`no greeting.`),
	"-noninteractive": about("-NonInteractive", say`what would ask somebody fails instead.`),
	"-executionpolicy": about("-ExecutionPolicy", say`which scripts may be run, by the next word.`),
};
