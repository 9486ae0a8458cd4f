import { readFile } from "node:fs/promises";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { isDockerError } from "../../docker/errors.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { NotPutBack } from "../../docker/actions/create.ts";
import type { Container } from "../../docker/resources/container.ts";
import { changed, creationFrom, creationOf } from "../../engine/language/compose/containers/creation.ts";
import { type Config, type InspectedContainer, serviceFromInspect } from "../../engine/language/compose/containers/from-inspect.ts";
import { runLineOfForm } from "../../engine/language/compose/containers/run-line.ts";
import { formOfService, testText } from "../../engine/language/compose/containers/run-service.ts";
import type { ServiceDraft } from "../../engine/language/compose/containers/service-draft.ts";
import { differencesOf, isSecret, mask, withSecrets } from "../../engine/run/differences.ts";
import type { RunForm } from "../../engine/run/form.ts";
import { type ImageValues } from "../../engine/run/image-values.ts";
import { problemsOf } from "../../engine/run/problems.ts";
import { lineOf } from "../../engine/run/words.ts";
import { durationOf } from "../../engine/compose/print/duration.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import { loadCatalogue } from "../../l10n/locales.ts";
import type { Action, Checked, FromPage, RunView, ToPage, Warning } from "../../webviews/run-form/protocol.ts";
import { explain } from "../commands/explain.ts";
import { whyNoReference } from "../commands/image/reference-input.ts";
import { layersText, registryName } from "../commands/registry-task.ts";
import { registryOf } from "../../docker/registry/credentials.ts";
import { registryFailure } from "../registry-error.ts";
import { startInTerminal } from "../terminals/started-terminal.ts";
import { pageOf, pageOptions } from "./page.ts";
import { fieldWords, formWords } from "./run-words.ts";
import { proposedForm, type RunMemory, runMemory } from "./run-memory.ts";
import { saveAsService, saveAsTask } from "./run-outputs.ts";
import { absoluteForm, freeHeld, surroundingsOf, variablesOf } from "./run-surroundings.ts";
import { setStatusBarMessage, showInformationMessage } from "../window.ts";

/** The forms that are open. */
export type RunForms = vscode.Disposable & {
	/** Asks how an image is to be run. */
	run(image: string): Promise<void>;
	/** Asks what of a container is to be another, and puts that one in its place. */
	recreate(container: Container): Promise<void>;
};

type Parts = {
	readonly extensionUri: vscode.Uri;
	readonly docker: () => Promise<Docker>;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
};

/** What a form is about; `old` is the container that is made again. */
type Subject = {
	readonly view: RunView;
	readonly old?: {
		readonly container: Container;
		readonly inspected: InspectedContainer;
		readonly image: Config;
		readonly base: ServiceDraft;
		readonly before: RunForm;
		/** The image that it was made of, by its id where its name does not lead to it any more. */
		readonly madeOf: string;
	};
};

export function createRunForms({ extensionUri, docker, memory: state, log }: Parts): RunForms {
	const memory = runMemory(state);
	const panels = new Map<string, vscode.WebviewPanel>();

	async function open(key: string, subject: (client: Docker) => Promise<Subject>): Promise<void> {
		const shown = panels.get(key);
		if (shown) return shown.reveal();
		const client = await docker();
		const about = await subject(client);
		const panel = vscode.window.createWebviewPanel("hullwright.runForm", about.view.title, vscode.ViewColumn.Active, pageOptions(extensionUri));
		panels.set(key, panel);
		const catalogue = await loadCatalogue(vscode.env.language);
		const filling = fill({ panel, about, docker: client, memory, log, say: (message) => plainTextOf(message, catalogue) });
		panel.onDidDispose(() => {
			panels.delete(key);
			filling.dispose();
		});
		panel.webview.html = pageOf(panel.webview, extensionUri, "run-form-page");
	}

	return {
		run: (image) => open(`image ${image}`, (client) => subjectOfImage(client, image, memory)),
		recreate: (container) => open(`container ${container.id}`, (client) => subjectOfContainer(client, container)),
		dispose: () => panels.forEach((panel) => void panel.dispose()),
	};
}

async function subjectOfImage(docker: Docker, image: string, memory: RunMemory): Promise<Subject> {
	const { t } = vscode.l10n;
	const held = docker.connection.hold();
	try {
		await docker.settled("containers");
		const config = await configOf(docker, image);
		const names = new Set([...docker.model.containers.values()].map(({ name }) => name));
		const defaults = { ports: Object.keys(config.ExposedPorts ?? {}), volumes: Object.keys(config.Volumes ?? {}) };
		const form = proposedForm(image, defaults, memory.last(image), names, await freeHeld(docker, defaults.ports));
		return {
			view: {
				...viewOf(docker, form, config),
				title: t("Run {0}", plainText(image)),
				actions: [
					{ id: "run", title: t("Run") },
					{ id: "task", title: t("Save as Task") },
					{ id: "compose", title: t("Save as Compose Service…") },
					{ id: "copy", title: t("Copy") },
					{ id: "cancel", title: t("Cancel") },
				],
				warnings: [],
				asksToKeep: false,
			},
		};
	} finally {
		held();
	}
}

async function subjectOfContainer(docker: Docker, container: Container): Promise<Subject> {
	const { t } = vscode.l10n;
	const [described, sharers] = await Promise.all([
		docker.containers.describe(container.id),
		docker.containers.sharersOf(container.id).catch(() => ({ network: [], others: [] })),
	]);
	const inspected = described.container as InspectedContainer & { readonly Image?: string };
	const image = (described.image ?? {}) as Config;
	const base = serviceFromInspect(inspected, image);
	const before = formOfService(base, inspected.HostConfig["AutoRemove"] === true);
	const now = (await docker.images.settings(before.image).catch(() => undefined)) as { readonly Id?: string } | undefined;
	const isGone = now === undefined && described.image !== undefined;
	const isMoved = now?.Id !== undefined && inspected.Image !== undefined && now.Id !== inspected.Image;
	const madeOf = (isGone || isMoved ? inspected.Image : undefined) ?? before.image;
	const form = isGone ? { ...before, image: madeOf } : before;
	const definition = { id: "definition" as const, title: t("Go to Definition") };
	const warnings: readonly (Warning | false)[] = [
		container.service !== undefined && {
			text: t("A Compose file says how {0} is made, and goes on saying so: what is changed here holds until the service is made anew.", container.name),
			action: definition,
		},
		sharers.network.length > 0 && {
			text: t("{0} has the network of {1}, and none once that is made again: make it again as well.", sharers.network.join(", "), container.name),
		},
		sharers.others.length > 0 && {
			text: t(
				"{0} shares processes or memory with {1}, may end with it and cannot start once it is made again: make it again as well.",
				sharers.others.join(", "),
				container.name,
			),
		},
		before.removesItself && { text: t("{0} is removed as soon as it stops. If the new one does not start, one like it is made again.", container.name) },
		described.image === undefined && { text: t("The image that it was made of is gone, so it is not known what it has from it.") },
		isMoved && { text: t("{0} stands for another image by now, which will be used.", plainText(before.image)) },
		isGone && { text: t("No image is called {0} any more; the one that {1} was made of is used, by its ID.", plainText(before.image), container.name) },
		{ text: t("Files that were written into the container itself, outside of volumes and folders, are not taken over.") },
	];
	return {
		view: {
			...viewOf(docker, form, image),
			title: t("Edit and Recreate {0}", container.name),
			actions: [
				{ id: "recreate", title: t("Recreate") },
				{ id: "copy", title: t("Copy") },
				{ id: "compose", title: t("Save as Compose Service…") },
				{ id: "cancel", title: t("Cancel") },
			],
			warnings: warnings.filter((warning) => warning !== false),
			asksToKeep: !before.removesItself,
		},
		old: { container, inspected, image, base, before, madeOf },
	};
}

/** Nothing where the engine does not have the image. */
async function configOf(docker: Docker, image: string): Promise<Config> {
	const found = (await docker.images.settings(image).catch((error: unknown) => {
		if (isDockerError(error) && error.kind === "missing") return undefined;
		throw error;
	})) as { readonly Config?: Config | null } | undefined;
	return found?.Config ?? {};
}

function viewOf({ model }: Docker, form: RunForm, config: Config): Pick<RunView, "form" | "ofImage" | "usual" | "facts" | "choices" | "fields" | "words"> {
	const { t } = vscode.l10n;
	const plain = (text: string): string => plainText(text, 400);
	const facts: readonly (readonly [string, string])[] = [
		[t("Working directory"), plain(config.WorkingDir ?? "")],
		[t("Volumes"), plain(Object.keys(config.Volumes ?? {}).join(", "))],
		[t("Ports"), plain(Object.keys(config.ExposedPorts ?? {}).join(", "))],
	];
	return {
		form,
		ofImage: valuesOf(config),
		usual: {
			command: plain(lineOf(config.Cmd ?? [])),
			entrypoint: plain(lineOf(config.Entrypoint ?? [])),
			user: plain(config.User ?? "") || "root",
			network: "bridge",
			restart: "no",
			shm: "64m",
			healthInterval: "30s",
			healthTimeout: "30s",
			healthStart: "0s",
			healthRetries: "3",
		},
		facts: facts.filter(([, value]) => value !== ""),
		choices: {
			networks: [...new Set(["bridge", "host", "none", ...[...model.networks.values()].map(({ name }) => name)])],
			restart: ["no", "on-failure", "on-failure:5", "unless-stopped", "always"],
			volumes: [...model.volumes.keys()].map((name) => `${plainText(name)}:`),
		},
		fields: fieldWords(),
		words: formWords(),
	};
}

/** As one would type it. */
function valuesOf({ User: user = "", Entrypoint: entrypoint, Cmd: command, Env: environment, Healthcheck: health }: Config): ImageValues {
	const lasting = (nanoseconds = 0): string => (nanoseconds > 0 ? (durationOf(`${nanoseconds}ns`) ?? "") : "");
	return {
		user,
		entrypoint: lineOf(entrypoint ?? []),
		command: lineOf(command ?? []),
		healthCommand: testText(health?.Test ?? []),
		healthInterval: lasting(health?.Interval),
		healthTimeout: lasting(health?.Timeout),
		healthStart: lasting(health?.StartPeriod),
		healthRetries: health?.Retries ? String(health.Retries) : "",
		environment: (environment ?? []).map((variable) => ({ name: variable.replace(/=[^]*$/, ""), value: variable.replace(/^[^=]*=?/, "") })),
	};
}

type Filling = {
	readonly panel: vscode.WebviewPanel;
	readonly about: Subject;
	readonly docker: Docker;
	readonly memory: RunMemory;
	readonly log: vscode.LogOutputChannel;
	readonly say: (message: Parameters<typeof plainTextOf>[0]) => string;
};

/** Keeps a page true to what is typed, and does what its buttons say. */
function fill({ panel, about: { view, old }, docker, memory, log, say }: Filling): vscode.Disposable {
	const { t } = vscode.l10n;
	let form = view.form;
	let asked = 0;
	let running: AbortController | undefined;
	// Ports and names of others are known while it is held.
	const release = docker.connection.hold();
	const post = (message: ToPage): void => void panel.webview.postMessage(message);
	const status = (busy: string, failure = "", atProblem = false): void => post({ kind: "status", busy, failure, atProblem });

	async function check(): Promise<Checked> {
		const current = form;
		const absolute = absoluteForm(current);
		const around = await surroundingsOf(docker, absolute, old?.container);
		const files = await variablesOf(absolute.envFiles, (path) => readFile(path, "utf8"));
		const reference = whyNoReference(current.image);
		const problems = [
			...problemsOf(current, around).map(({ text, isWarning = false, ...place }) => ({ ...place, text: say(text), isWarning })),
			...(reference === undefined ? [] : [{ field: "image" as const, text: reference, isWarning: false }]),
			...files.problems.map(({ row, text }) => ({ field: "envFiles" as const, row, text: typeof text === "string" ? text : say(text), isWarning: false })),
		];
		const isTold = !problems.some(({ isWarning }) => !isWarning);
		return {
			line: isTold
				? (runLineOfForm(
						withSecrets(absolute, () => mask),
						old?.base,
					) ?? "")
				: "",
			problems,
			differences: old ? differencesOf(old.before, current).map(({ field, gone, came }) => ({ name: view.fields[field], gone, came })) : null,
		};
	}

	/** Shows it unless something has been typed meanwhile. */
	async function checkAndShow(): Promise<Checked> {
		const order = ++asked;
		const checked = await check();
		if (order === asked) post({ kind: "checked", checked });
		return checked;
	}

	/** True where nothing keeps the form from being used. */
	async function isRight(): Promise<boolean> {
		const checked = await checkAndShow();
		if (checked.problems.every(({ isWarning }) => isWarning)) return true;
		status("", "", true);
		return false;
	}

	async function run(keeps: boolean): Promise<void> {
		if (running || !(await isRight())) return;
		const current = absoluteForm(form);
		const { variables } = await variablesOf(current.envFiles, (path) => readFile(path, "utf8"));
		running = new AbortController();
		const { signal } = running;
		try {
			if (!(await isThere(current.image)) && !(await pull(current.image, signal))) return status("");
			if (old) {
				status(t("The old one stops, and the new one starts…"));
				const made = creationFrom(old.inspected, old.image);
				const before = { ...made, body: { ...made.body, Image: old.madeOf } };
				const { kept } = await docker.containers.recreate(old.container, changed(made, old.before, current, variables), { before, keeps, signal });
				const text = kept === undefined ? t("{0} is made again.", current.name) : t("{0} is made again; the old one is {1}, stopped.", current.name, kept);
				setStatusBarMessage(text, 8000);
			} else {
				status(t("Starting…"));
				const attach = (made: string, start: () => Promise<void>): Promise<void> => {
					const name = docker.model.containers.get(made)?.name ?? (current.name || current.image);
					const banner = current.removesItself
						? t("{0}, in the new container {1}. It is removed when its program has ended.", current.image, name)
						: t("{0}, in the new container {1}. It stays when its program has ended.", current.image, name);
					return startInTerminal(docker, { id: made, name, banner }, start);
				};
				const id = await docker.containers.run(creationOf(current, variables), { signal, starting: current.mode === "it" ? attach : undefined });
				await memory.keep(form);
				setStatusBarMessage(t("{0} runs.", docker.model.containers.get(id)?.name ?? (current.name || current.image)), 8000);
			}
			panel.dispose();
		} catch (error) {
			if (signal.aborted && (error as Partial<NotPutBack>).kept === undefined)
				return status("", old ? t("Cancelled. The old one is as it was.") : t("Cancelled."));
			log.error(`Run: ${String(error)}`);
			const isImage = isDockerError(error) && /\bpull\b|manifest|registry/i.test(error.detail) && !(await isThere(current.image).catch(() => true));
			const why = isImage ? registryFailure(error.detail, current.image, registryName(registryOf(current.image)), t).text : explain(error);
			const { kept } = error as Partial<NotPutBack>;
			if (kept !== undefined) status("", t("{0} The old one could not be put back: it is there as {1}.", why, kept));
			else status("", old ? t("{0} The old one is as it was.", why) : why);
		} finally {
			running = undefined;
		}
	}

	const isThere = (image: string): Promise<boolean> =>
		docker.images.settings(image).then(
			() => true,
			(error: unknown) => {
				if (isDockerError(error) && error.kind === "missing") return false;
				throw error;
			},
		);

	/** Where the user wants it. */
	async function pull(image: string, signal: AbortSignal): Promise<boolean> {
		const answer = t("Pull and Run");
		const question = t("The engine does not have {0} yet. Pull it from {1}?", image, registryName(registryOf(image)));
		if ((await showInformationMessage(question, { modal: true }, answer)) !== answer) return false;
		status(t("Pulling {0}", image));
		await docker.images.pull(image, "", signal, (state) => status(`${t("Pulling {0}", image)} ${layersText(state)}`));
		return !signal.aborted;
	}

	async function act(action: Action, keeps: boolean): Promise<void> {
		switch (action) {
			case "run":
			case "recreate":
				return run(keeps);
			case "cancel":
				return running?.abort();
			case "definition":
				return void vscode.commands.executeCommand("hullwright.goToDefinition", old?.container.id);
			case "copy": {
				if (!(await isRight())) return;
				await vscode.env.clipboard.writeText(runLineOfForm(absoluteForm(form), old?.base) ?? "");
				const text = form.environment.some(isSecret) ? t("The command is on the clipboard, with its secrets.") : t("The command is on the clipboard.");
				return void setStatusBarMessage(text, 5000);
			}
			case "task":
				if ((await isRight()) && (await saveAsTask(absoluteForm(form)))) await memory.keep(form);
				return;
			case "compose":
				if (await isRight()) await saveAsService(form, old?.base);
		}
	}

	const listening = panel.webview.onDidReceiveMessage((message: FromPage) => {
		switch (message.kind) {
			case "ready":
				post({ kind: "show", view: { ...view, form } });
				return void checkAndShow().catch((error: unknown) => status("", explain(error)));
			case "edit":
				form = message.form;
				return void checkAndShow().catch((error: unknown) => status("", explain(error)));
			case "act":
				form = message.form;
				return void act(message.action, message.keeps).catch((error: unknown) => status("", explain(error)));
		}
	});
	return {
		dispose() {
			running?.abort();
			release();
			listening.dispose();
		},
	};
}
