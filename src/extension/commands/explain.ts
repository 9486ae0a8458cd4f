import * as vscode from "vscode";
import { isDockerError, type DockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import { meaningOf } from "../start-error.ts";

/** What happened, and what to do next. */
export function explain(error: unknown): string {
	if (isDockerError(error)) return explainDockerError(error);
	return error instanceof Error ? error.message : String(error);
}

function explainDockerError({ kind, address: url, detail: words }: DockerError): string {
	const { t } = vscode.l10n;
	const detail = meaningOf(words, t) ?? plainText(words.replace(/\s+/g, " ").replace(/\.$/, ""), 600);
	const address = plainText(url);
	switch (kind) {
		case "absent":
			return t("No Docker engine: there is nothing at {0}. Start Docker, or choose another host.", address);
		case "refused":
			return t("The Docker engine at {0} does not run: the connection was refused. Start it, or choose another host.", address);
		case "unreachable":
			return t("The Docker engine at {0} cannot be reached: {1}. Check the host and the network, or choose another host.", address, detail);
		case "denied":
			return t("You may not use the Docker engine at {0}: permission was denied. Add your user to the group that owns the socket, then log in again.", address);
		case "bad-host":
			return t("The Docker host cannot be used: {0}. Correct it, or choose another.", address ? `${detail} (${address})` : detail);
		case "tls":
			return t("The secured connection to {0} failed: {1}. Check the certificates of the host or context.", address, detail);
		case "ssh":
			return t("The ssh connection to {0} failed: {1}. Check that ssh reaches the host without asking, and that Docker is installed there.", address, detail);
		case "incompatible":
			return t("{0} cannot be used: {1}.", address, detail);
		case "missing":
			return t("It is not there any more: {0}.", detail);
		case "conflict":
			return t("The engine does not allow that now: {0}.", detail);
		case "rejected":
			return t("The engine could not do that: {0}.", detail);
	}
}
