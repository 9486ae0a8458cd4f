import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { runningContainerFor, type Target } from "../targets.ts";
import { habitOf, openShellTerminal, rememberHabit, tellNoShell, type ShellHabit } from "../../terminals/container-shell.ts";
import { showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.shellAs",
	title: "Open Shell As…",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container running", group: "1_shell@1", within: "terminal" })],
	/** What is chosen is remembered for the image. */
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await runningContainerFor(docker, clicked, t("Running container to open a shell in"));
		if (!container) return;
		const shells = await docker.containers.shells(container.id);
		if (shells.length === 0) return tellNoShell(container);
		const before = habitOf(services.remembered, container);
		const [users, place] = await Promise.all([docker.containers.users(container.id), docker.containers.settings(container.id) as Promise<Inspected>]);
		const title = t("Shell in {0}", container.name);

		const user = await choose(title, t("User"), {
			own: t("as the container: {0}", place.Config?.User || "root"),
			others: users.slice(0, 100),
			before: before.user,
			other: t("Another user, also as UID or UID:GID"),
			problem: (typed) => (/^[\w.-]+(?::[\w.-]+)?$/.test(typed) ? undefined : t("This has to be a user's name or number, with “:” and a group if you like.")),
		});
		if (user === undefined) return;
		const directory = await choose(title, t("Directory"), {
			own: t("as the container: {0}", place.Config?.WorkingDir || "/"),
			others: [...new Set(["/", "/tmp", ...(place.Mounts ?? []).flatMap(({ Destination = "" }) => Destination || [])])],
			before: before.directory,
			other: t("Another directory"),
			problem: (typed) => (typed.startsWith("/") ? undefined : t("This has to begin with “/”.")),
		});
		if (directory === undefined) return;
		const items = shells.map((path) => ({ label: path, ...(path === before.shell && { description: t("as last") }) }));
		const shell = items.length === 1 ? items[0] : await showQuickPick(items, { title, placeHolder: t("Shell to open") });
		if (!shell) return;
		const habit: ShellHabit = { shell: shell.label, ...(user && { user }), ...(directory && { directory }) };
		await rememberHabit(services.remembered, container, habit);
		openShellTerminal(docker, container, habit);
	},
} satisfies Command;

/** What of `inspect` is read. */
type Inspected = {
	readonly Config?: { readonly User?: string; readonly WorkingDir?: string };
	readonly Mounts?: readonly { readonly Destination?: string }[] | null;
};

type Asking = {
	readonly own: string;
	readonly others: readonly string[];
	readonly before: string | undefined;
	/** What asks for one that is not in the list. */
	readonly other: string;
	readonly problem: (typed: string) => string | undefined;
};

/** "" for what the container has itself; undefined where the user gives up. */
async function choose(title: string, placeHolder: string, { own, others, before, other, problem }: Asking): Promise<string | undefined> {
	const { t } = vscode.l10n;
	const asLast = before ? [{ label: before, description: t("as last"), value: before }] : [];
	const items = [
		...asLast,
		{ label: own, value: "" },
		...others.filter((each) => each !== before).map((each) => ({ label: each, value: each })),
		{ label: `${other}…`, value: undefined },
	];
	const item = await showQuickPick(items, { title, placeHolder });
	if (!item || item.value !== undefined) return item?.value;
	return showInputBox({ title, prompt: other, validateInput: problem });
}
