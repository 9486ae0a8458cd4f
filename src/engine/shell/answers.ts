import type { Dockerfile } from "../dockerfile/syntax.ts";
import { type Call, hasOption } from "./calls.ts";
import { writesTo } from "./writes.ts";

/** Whether the call takes its answers from a pipe or a file. Behind `xargs` nobody answers: it keeps what it is given for itself. */
export const isFed = ({ command }: Call): boolean =>
	(command.joint === "|" || command.redirects.some(({ operator }) => operator.startsWith("<"))) && !command.wrappers.includes("xargs");

/** Whether yum or dnf asks before this call goes on. microdnf never does. */
export const asksLikeDnf = (file: Dockerfile, call: Call): boolean =>
	askingOfDnf.test(call.subcommand) &&
	!(call.operands.length === 0 && needingOperands.test(call.subcommand)) &&
	!call.isOpen &&
	!isFed(call) &&
	!hasOption(call, "-y", "--assumeyes", "--assumeno", "-h", "--help") &&
	!call.options.some(([name, value]) => name === "--setopt" && /^assume(?:yes|no)=(?:1|true|yes|on)$/i.test(value)) &&
	!dnfConfigurations(file, call.instruction, call.command.range.start).some(
		({ text }) => text === undefined || /^\s*assumeyes\s*=\s*(?:1|true|yes|on)\b/im.test(withLineEnds(text)),
	);

const askingOfDnf =
	/^(?:(?:re|local|group)?install|in|groupupdate|remove|erase|rm|autoremove|groupremove|update|upgrade|up|update-to|upgrade-to|downgrade|dist(?:ro)?-?sync|builddep|swap|update-minimal|upgrade-minimal)$/;
const needingOperands = /^(?:re|local|group)?install$|^in$|^(?:group)?remove$|^erase$|^rm$/;

const dnfConfigurations = writesTo(/(?:^|\/)(?:yum|dnf)\.conf$/, ["yum.conf", "dnf.conf"]);
const withLineEnds = (text: string): string => text.replace(/\\n/g, "\n").replace(/["']/g, "\n");

/** Whether zypper asks before this call goes on. */
export const asksLikeZypper = (call: Call): boolean =>
	askingOfZypper.test(call.subcommand) &&
	!call.isOpen &&
	!isFed(call) &&
	!hasOption(call, "-n", "--non-interactive", "-y", "--no-confirm", "-h", "--help", "-D", "--dry-run");

const askingOfZypper = /^(?:in|install|rm|remove|si|source-install|up|update|dup|dist-upgrade|patch|ve|verify|inr|install-new-recommends)$/;

/** Whether pacman asks before this call goes on. */
export function asksLikePacman(call: Call): boolean {
	if (call.isOpen || isFed(call) || hasOption(call, "--noconfirm", "-h", "--help", "-p", "--print")) return false;
	if (hasOption(call, "-R", "--remove", "-U", "--upgrade")) return call.operands.length > 0;
	if (!hasOption(call, "-S", "--sync") || hasOption(call, "-s", "--search", "-i", "--info", "-l", "--list", "-g", "--groups")) return false;
	return call.operands.length > 0 || hasOption(call, "-u", "--sysupgrade", "-c", "--clean");
}
