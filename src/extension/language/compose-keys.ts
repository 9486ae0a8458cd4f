import * as vscode from "vscode";

type Other = { readonly id: string; readonly setting: string | undefined };

/** Whether another extension completes and explains the keys of Compose files, so that nobody is to read each of them twice. */
export const hasComposeKeys = (): boolean => [yaml, ...composeServers].some(isThere);

/** Whether another extension formats Compose files. The editor would ask which one is meant, and format nothing on save. */
export const hasComposeFormatter = (): boolean => [{ ...yaml, setting: "yaml.format.enable" }, ...composeServers, prettier].some(isThere);

const isThere = ({ id, setting }: Other): boolean => vscode.extensions.getExtension(id) !== undefined && isOn(setting);

/** A setting is on unless somebody has switched it off. */
const isOn = (setting: string | undefined): boolean => setting === undefined || vscode.workspace.getConfiguration().get(setting) !== false;

const yaml: Other = { id: "redhat.vscode-yaml", setting: undefined };
const prettier: Other = { id: "esbenp.prettier-vscode", setting: "prettier.enable" };
const composeServers: readonly Other[] = [
	{ id: "docker.docker", setting: "docker.extension.enableComposeLanguageServer" },
	{ id: "ms-azuretools.vscode-containers", setting: "containers.enableComposeLanguageService" },
];
