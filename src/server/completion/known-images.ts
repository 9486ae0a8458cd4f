import { basename, dirname, relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { baseImageOf, stagesOf } from "../../engine/dockerfile/stages.ts";
import { imagesOf } from "../../engine/language/compose/build-names.ts";
import type { KnownImage } from "../../engine/language/completion.ts";
import { openerFor } from "../../engine/language/languages.ts";
import { languageOfName } from "../../engine/language/language-of-name.ts";
import { say } from "../../engine/text/message.ts";
import { findFiles } from "../../files/find-files.ts";
import type { Host } from "../feature.ts";
import { reasonOf } from "../guard.ts";
import { within } from "../patience.ts";
import { localImagesRequest } from "../protocol.ts";

/** Images that somebody here names or has. */
export type KnownImages = {
	/** As far as they are known by now. */
	now(): Promise<{ readonly images: readonly KnownImage[]; readonly isComplete: boolean }>;
	/** The next list asks anew. */
	forget(): void;
};

/** More files and folders than this are not looked at for their images, and more images than this of an engine help nobody. */
const limits = { mostFiles: 200, mostFolders: 1000, isCancelled: () => false };
const mostImages = 500;

/** So many milliseconds a list waits for what is not known yet, and what is known counts as new. */
const patience = 300;
const freshFor = 20_000;

/** Those of the workspace's other files, and of the engine that the client can ask. Asked for now and then, and not at each keystroke. */
export function createKnownImages(host: Host): KnownImages {
	const sources = [remembered(host, () => inWorkspace(host)), ...(host.options.hasLocalImages ? [remembered(host, () => inEngine(host))] : [])];
	return {
		async now() {
			const answers = await Promise.all(sources.map((source) => source.now()));
			return { images: answers.flatMap(({ images }) => images), isComplete: answers.every(({ isComplete }) => isComplete) };
		},
		forget: () => sources.forEach((source) => source.forget()),
	};
}

function remembered({ log }: Host, load: () => Promise<readonly KnownImage[]>): KnownImages {
	let images: readonly KnownImage[] | undefined;
	let askedAt = -Infinity;
	let pending: Promise<void> | undefined;

	async function ask(): Promise<void> {
		try {
			images = await load();
		} catch (error) {
			log.error(`Images: ${reasonOf(error)}`);
		}
		askedAt = performance.now();
		pending = undefined;
	}

	return {
		async now() {
			if (performance.now() - askedAt > freshFor) pending ??= ask();
			// What was known a while ago is better than to wait.
			if (pending && images === undefined) await within(pending, patience);
			return { images: images ?? [], isComplete: pending === undefined || images !== undefined };
		},
		forget: () => void (askedAt = -Infinity),
	};
}

async function inWorkspace({ folders, textNow }: Host): Promise<readonly KnownImage[]> {
	const roots = await folders();
	const paths = await findFiles(roots, (name) => /^(?:dockerfile|compose)$/.test(languageOfName(name) ?? ""), limits);
	const origins = new Map<string, string>();
	for (const path of paths) {
		// Meanwhile others are answered.
		await setImmediate();
		for (const image of await imagesIn(basename(path), textNow(path) ?? "")) if (!origins.has(image)) origins.set(image, path);
	}
	return [...origins].map(([name, path]) => {
		const root = roots.find((folder) => path.startsWith(folder + sep)) ?? dirname(path);
		// Of several folders, which; as editors tell paths.
		const from = roots.length > 1 ? dirname(root) : root;
		return { name, origin: say`Used in ${relative(from, path).split(sep).join("/")}` };
	});
}

async function imagesIn(name: string, text: string): Promise<readonly string[]> {
	const kind = languageOfName(name);
	const opened = kind && (await openerFor(kind))(text);
	if (opened?.id === "compose") return imagesOf(opened.file);
	if (opened?.id !== "dockerfile") return [];
	const { file } = opened;
	return stagesOf(file).flatMap((stage) => {
		const image = stage.parent ? undefined : baseImageOf(file, stage);
		return image ? [image] : [];
	});
}

async function inEngine({ connection }: Host): Promise<readonly KnownImage[]> {
	const names: readonly string[] = await connection.sendRequest(localImagesRequest);
	return names.slice(0, mostImages).map((name) => ({ name, origin: say`In the local engine` }));
}
