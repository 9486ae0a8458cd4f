import * as vscode from "vscode";
import type { Field } from "../../engine/run/form.ts";
import type { Words } from "../../webviews/run-form/protocol.ts";

/** What the fields are called. */
export function fieldWords(): Readonly<Record<Field, string>> {
	const { t } = vscode.l10n;
	return {
		image: t("Image"),
		name: t("Name"),
		mode: t("How it runs"),
		removesItself: t("Remove it when it ends (--rm)"),
		ports: t("Port"),
		environment: t("Variable"),
		envFiles: t("File with variables"),
		mounts: t("Volume or folder"),
		network: t("Network"),
		restart: t("Restart policy"),
		memory: t("Memory"),
		cpus: t("Processors"),
		gpus: t("GPUs"),
		shm: t("Shared memory (/dev/shm)"),
		init: t("A first process that reaps others (--init)"),
		readOnly: t("Its own files are read-only (--read-only)"),
		noHealthcheck: t("No health check (--no-healthcheck)"),
		healthCommand: t("Test"),
		healthInterval: t("Every"),
		healthTimeout: t("Time for an answer"),
		healthStart: t("Time to start"),
		healthRetries: t("Failures until unhealthy"),
		user: t("User"),
		entrypoint: t("Entry point"),
		command: t("Command"),
	};
}

/** What else the page says. */
export function formWords(): Words {
	const { t } = vscode.l10n;
	return {
		general: t("Container"),
		ports: t("Ports"),
		environment: t("Variables"),
		storage: t("Volumes and Folders"),
		network: t("Network and Restart"),
		limits: t("Limits"),
		program: t("Program"),
		health: t("Health Check"),
		asImage: t("As the image has it"),
		add: t("Add"),
		remove: t("Remove"),
		variable: t("Name of the variable"),
		value: t("Value"),
		show: t("Show the value"),
		line: t("The same as a command"),
		changes: t("Changes"),
		noChanges: t("Nothing is changed yet."),
		was: t("Now"),
		becomes: t("Then"),
		keep: t("Keep the old container, stopped"),
		fromImage: t("From the Image"),
		d: t("In the background (-d)"),
		it: t("Interactive, in a terminal (-it)"),
		di: t("In the background, its input open (-di)"),
		dt: t("In the background, with a terminal (-dt)"),
		dit: t("In the background, with a terminal and its input open (-dit)"),
		portHint: "8080:80",
		mountHint: "data:/var/lib/data",
		envFileHint: ".env",
	};
}
