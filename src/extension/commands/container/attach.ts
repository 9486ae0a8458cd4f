import * as vscode from "vscode";
import type { Attached } from "../../../docker/actions/shell.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { openProgramTerminal } from "../../terminals/program-terminal.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { runningContainerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.attach",
	title: "Attach",
	icon: "plug",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container running", group: "2_attach@1", within: "terminal" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await runningContainerFor(docker, clicked, t("Running container to attach to"));
		if (!container) return;
		openProgramTerminal({
			name: t("{0} (attached)", container.name),
			icon: "plug",
			banner: t("Attached to the main program of {0}. Closing this terminal, or Ctrl+P Ctrl+Q in it, detaches, and the program goes on.", container.name),
			async start(size, output) {
				const attached = await docker.containers.attach(container.id, size, output);
				output(`${hintOf(attached)}\r\n\r\n`);
				return { ...attached, write: inputOf(attached, output, () => warningOf(container)) };
			},
			end: (exitCode) =>
				exitCode === undefined ? t("Detached. {0} goes on.", container.name) : t("{0} has ended, with exit code {1}.", container.name, exitCode),
		});
	},
} satisfies Command;

function hintOf({ isTty, takesInput }: Attached): string {
	if (!takesInput) return vscode.l10n.t("It takes no input; what it writes from now on is shown.");
	return isTty ? vscode.l10n.t("What you type goes to it.") : vscode.l10n.t("It has no terminal: each line goes to it with Enter.");
}

const warningOf = ({ name }: Container): string =>
	vscode.l10n.t("Ctrl+C would go to the main program, whose end is the end of {0}. Press it again to send it.", name);

const interrupt = "\x03";
const detachKeys = "\x10\x11";

/** Keys as the program takes them. Ctrl+C is sent only when it is pressed twice in a row. */
export function inputOf({ isTty, takesInput, write, close }: Attached, output: (text: string) => void, warning: () => string): (typed: string) => void {
	let line = "";
	let last = "";
	return (typed) => {
		const before = last;
		last = typed;
		if (`${before}${typed}`.endsWith(detachKeys)) return close();
		if (!takesInput) return undefined;
		if (typed === interrupt && before !== interrupt) return output(`\r\n${warning()}\r\n`);
		last = typed === interrupt ? "" : typed;
		if (isTty) return write(typed);
		// Nobody else shows what is typed, or takes it back.
		for (const character of typed) {
			if (character === "\r") {
				write(`${line}\n`);
				output("\r\n");
				line = "";
			} else if (character === "\x7f") {
				if (line !== "") output("\b \b");
				line = line.slice(0, -1);
			} else if (character >= " ") {
				line += character;
				output(character);
			}
		}
		return undefined;
	};
}
