import * as vscode from "vscode";
import { isConnectionError, isDockerError } from "../../../docker/errors.ts";
import { registryNamed } from "../../../docker/registry/credentials.ts";
import { registryFailure } from "../../registry-error.ts";
import type { Command } from "../command.ts";
import { registryName } from "../registry-task.ts";
import { showInformationMessage, showInputBox, showWarningMessage } from "../../window.ts";

export default {
	id: "hullwright.registry.logIn",
	title: "Log In to Registry…",
	needsTrust: true,
	async run(services, given?: string) {
		const { t } = vscode.l10n;
		const { registries } = await services.docker();
		const title = t("Log In to a Registry");
		const typed = given ?? (await showInputBox({ title, prompt: t("The registry's host; empty means Docker Hub"), placeHolder: "registry.example.com:5000" }));
		if (typed === undefined) return;
		const registry = registryNamed(typed);
		const name = registryName(registry);
		const username = await showInputBox({ title, prompt: t("User name for {0}", name), ignoreFocusOut: true });
		if (!username) return;
		const prompt = t("Password or access token of {0} for {1}", username, name);
		const password = await showInputBox({ title, prompt, password: true, ignoreFocusOut: true });
		if (!password) return;
		if (await registries.isStoredReadable(registry)) {
			const store = t("Log In and Store");
			const detail = t(
				"Docker's config.json names no credential helper, so the password will stand there readable, as after “docker login”. With a helper (credsStore) it is kept by the system.",
			);
			if ((await showWarningMessage(t("Store the password for {0} unencrypted?", name), { modal: true, detail }, store)) !== store) return;
		}
		try {
			await registries.logIn(registry, username, password);
		} catch (error) {
			if (!isDockerError(error) || isConnectionError(error)) throw error;
			throw new Error(registryFailure(error.detail, username, name, t).text, { cause: error });
		}
		void showInformationMessage(t("You are logged in to {0} as {1}, for Hullwright and the Docker CLI.", name, username));
	},
} satisfies Command;
