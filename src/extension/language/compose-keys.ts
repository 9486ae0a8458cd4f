import * as vscode from "vscode";

/** Whether another extension completes and explains the keys of Compose files, so that nobody is to read each of them twice. */
export const hasComposeKeys = (): boolean => others.some(({ id, setting }) => vscode.extensions.getExtension(id) !== undefined && isOn(setting));

/** A setting is on unless somebody has switched it off. */
const others: readonly { readonly id: string; readonly setting: string | undefined }[] = [
	{ id: "redhat.vscode-yaml", setting: undefined },
	{ id: "docker.docker", setting: "docker.extension.enableComposeLanguageServer" },
	{ id: "ms-azuretools.vscode-containers", setting: "containers.enableComposeLanguageService" },
];

const isOn = (setting: string | undefined): boolean => setting === undefined || vscode.workspace.getConfiguration().get(setting) !== false;
