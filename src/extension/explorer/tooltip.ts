import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import { look, portText, shortId, sizeText, stateText, type ContainerNode, type ImageNode, type Node } from "./node.ts";

/** The facts about a node, asked for only when the mouse rests on it. */
export async function tooltipOf(node: Node, docker: Docker): Promise<vscode.MarkdownString> {
	const facts = node.kind === "container" ? await factsOfContainer(node, docker) : node.kind === "image" ? factsOfImage(node) : [];
	const text = new vscode.MarkdownString();
	text
		.appendMarkdown("**")
		.appendText(node.kind === "container" ? node.container.name : look(node, vscode.l10n.t).label)
		.appendMarkdown("**");
	for (const [name, value] of facts) {
		if (value) text.appendMarkdown(`  \n${name}: `).appendText(value);
	}
	return text;
}

type Facts = readonly (readonly [name: string, value: string])[];

/** What of `inspect` is shown. Any of it may be missing. */
type Inspected = {
	readonly Created?: string;
	readonly RestartCount?: number;
	readonly State?: { readonly StartedAt?: string; readonly FinishedAt?: string; readonly Error?: string; readonly OOMKilled?: boolean };
	readonly Mounts?: readonly { readonly Source?: string; readonly Name?: string; readonly Destination?: string }[];
	readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, unknown>> };
};

async function factsOfContainer({ container }: ContainerNode, docker: Docker): Promise<Facts> {
	const { t } = vscode.l10n;
	const { State, Mounts, NetworkSettings, RestartCount } = (await docker.inspectContainer(container.id)) as Inspected;
	const mounts = (Mounts ?? []).slice(0, 8).map((mount) => `${plainText(mount.Name ?? mount.Source, 80)} → ${plainText(mount.Destination, 80)}`);
	return [
		[t("State"), stateText(container, t)],
		[t("Error"), plainText(State?.Error, 400)],
		[t("Memory"), State?.OOMKilled ? t("killed: out of memory") : ""],
		[t("Image"), container.image],
		[t("Service"), container.service ?? ""],
		[t("Ports"), container.ports.map((port) => (port.ip ? `${port.ip}:` : "") + portText(port)).join(", ")],
		[
			t("Networks"),
			Object.keys(NetworkSettings?.Networks ?? {})
				.map((name) => plainText(name))
				.join(", "),
		],
		[t("Mounts"), mounts.join(", ")],
		[container.state === "running" ? t("Started") : t("Finished"), time(container.state === "running" ? State?.StartedAt : State?.FinishedAt)],
		[t("Restarts"), RestartCount ? String(RestartCount) : ""],
		[t("Id"), shortId(container.id)],
	];
}

function factsOfImage({ image, users }: ImageNode): Facts {
	const { t } = vscode.l10n;
	return [
		[t("Tags"), image.tags.join(", ")],
		[t("Size"), sizeText(image.size)],
		[t("Created"), image.created > 0 ? new Date(image.created * 1000).toLocaleString() : ""],
		[t("Used by"), users.map(({ name }) => name).join(", ")],
		[t("Id"), shortId(image.id)],
	];
}

/** Engines say "year 1" for what has not happened. */
const time = (text: string | undefined): string => (text && !text.startsWith("0001") ? new Date(text).toLocaleString() : "");
