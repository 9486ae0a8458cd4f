import * as vscode from "vscode";
import type { Wish } from "../../../docker/connection/endpoint.ts";
import { plainText } from "../../../docker/plain-text.ts";
import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";
import { contextFor, hostText } from "./context-for.ts";
import { showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.context.remove",
	title: "Remove Context…",
	icon: "trash",
	needsTrust: true,
	menus: [onTitle("containers", "1_connection@4")],
	async run(services, given?: string) {
		const { t } = vscode.l10n;
		const { contexts } = await services.docker();
		const all = await contexts.list();
		const name = await contextFor(all, given, t("Context to remove"));
		if (name === undefined) return;
		const refuse = async (): Promise<void> => {
			const [user] = await contexts.usersOf(name);
			if (user) throw new Error(inUse(plainText(name), user));
		};
		await refuse();
		const { Endpoints = {}, TLSMaterial = {} } = (await contexts.inspect(name)) as Described;
		const certificates = Object.values(TLSMaterial).flat();
		const lost = [
			t("Its description goes, with the address {0}.", hostText(Endpoints.docker?.Host ?? "")),
			...(certificates.length > 0 ? [t("Its certificates and keys go, of which there may be no copy: {0}.", plainText(certificates.join(", ")))] : []),
			t("The engine stays as it is, and all that is on it. The Docker CLI on this machine does not know it by this name any more."),
		];
		const remove = t("Remove");
		const question = t("Remove the context {0}?", plainText(name));
		if ((await showWarningMessage(question, { modal: true, detail: lost.join("\n\n") }, remove)) !== remove) return;
		// Somebody may have turned to it meanwhile.
		await refuse();
		await contexts.remove(name);
	},
} satisfies Command;

type Described = {
	readonly Endpoints?: { readonly docker?: { readonly Host?: string } };
	readonly TLSMaterial?: Readonly<Record<string, readonly string[]>>;
};

function inUse(name: string, { by, name: place }: Wish): string {
	const { t } = vscode.l10n;
	switch (by) {
		case "window":
			return t("The context {0} is not removed: this window uses it. Choose another with “Select Context…” first.", name);
		case "context":
			return t("The context {0} is not removed: the Docker CLI uses it. Choose another with “docker context use” first.", name);
		default:
			return t("The context {0} is not removed: “{1}” names it. Change that first.", name, place);
	}
}
