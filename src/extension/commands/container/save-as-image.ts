import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { ImageToBe } from "../../../docker/actions/save.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { longTask } from "../long-task.ts";
import { onRows } from "../menus.ts";
import { actOn, containerFor, type Target } from "../targets.ts";
import { setStatusBarMessage, showInputBox, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.container.saveAsImage",
	title: "Save as Image…",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container (running|paused|stopped)", group: "2_again@1", within: "save" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container to save as an image"),
			suits: canBeChanged,
			none: t("There is no container that could be saved."),
		});
		const image = container && (await ask(container, docker));
		if (!container || !image) return;
		const saved = await longTask(t("Saving {0} as an image", container.name), async (signal) => {
			await actOn(container, async (each) => void (await docker.containers.saveAsImage(each, image, signal)));
			return true;
		});
		if (!saved) return;
		setStatusBarMessage(t("{0} is saved as the image {1}.", container.name, image.reference), 8000);
	},
} satisfies Command;

async function ask(container: Container, docker: Docker): Promise<ImageToBe | undefined> {
	const { t } = vscode.l10n;
	const title = t("Save {0} as an Image", container.name);
	const reference = await showInputBox({
		title,
		prompt: t("Name and tag. Nobody can build this image again: what was done by hand stands in no Dockerfile. What lies in volumes does not come along."),
		value: `${container.name.toLowerCase().replace(/[^a-z\d]+/g, "-")}:saved`,
		validateInput: (typed) => problemOf(typed.trim(), docker),
	});
	if (!reference) return undefined;
	const message = await showInputBox({ title, prompt: t("What was done to it, for its history; may be empty"), value: "" });
	if (message === undefined) return undefined;
	const author = await showInputBox({ title, prompt: t("Author, such as Name <name@example.com>; may be empty"), value: "" });
	if (author === undefined) return undefined;
	const named = { reference: reference.trim(), message, author };
	if (container.state !== "running") return { ...named, pauses: true };
	const ways = [
		{ label: t("Pause it meanwhile"), detail: t("Its files fit together; nobody is answered until it is done."), pauses: true },
		{ label: t("Let it run"), detail: t("What it writes meanwhile may be in the image by half."), pauses: false },
	];
	const way = await showQuickPick(ways, { title });
	return way && { ...named, pauses: way.pauses };
}

/** https://github.com/distribution/reference/blob/main/reference.go */
const grammar =
	/^(?:(?:localhost|[\w-]+(?:\.[\w-]+)+|[\w.-]+:\d+)(?::\d+)?\/)?[a-z\d]+(?:(?:\.|_{1,2}|-+)[a-z\d]+)*(?:\/[a-z\d]+(?:(?:\.|_{1,2}|-+)[a-z\d]+)*)*(?::\w[\w.-]{0,127})?$/;

function problemOf(reference: string, { model }: Docker): string | vscode.InputBoxValidationMessage | undefined {
	const { t } = vscode.l10n;
	if (!grammar.test(reference))
		return t("This is no name of an image: small letters, digits, “.”, “_” and “-”, with “/” between parts and “:” before the tag.");
	const tag = /:[\w.-]+$/.test(reference) ? reference : `${reference}:latest`;
	const isTaken = [...model.images.values()].some(({ tags }) => tags.includes(tag));
	return isTaken ? { message: t("There is an image {0}; it loses this name.", tag), severity: vscode.InputBoxValidationSeverity.Warning } : undefined;
}
