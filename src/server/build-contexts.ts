import { basename, dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parseBake } from "../engine/bake/parse.ts";
import { buildsOf as buildsOfBake } from "../engine/bake/targets.ts";
import { buildsOf as buildsOfCompose } from "../engine/language/compose/build-names.ts";
import { buildOfDevcontainer } from "../engine/language/devcontainer/dockerfiles.ts";
import { openerFor } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { findAround } from "../files/find-files.ts";
import { isFolder } from "../files/folder.ts";
import type { Host } from "./feature.ts";
import { reasonOf } from "./guard.ts";
import { within } from "./patience.ts";

/** A folder that a Dockerfile is built with, and the file that says so. Both are absolute paths. */
export type BuildContext = { readonly folder: string; readonly by: string };

export type BuildContexts = {
	/** What Compose files, bake files and `devcontainer.json`s build the Dockerfile with, each folder once; the Dockerfile's own first, where one of them says so. */
	of(dockerfile: string): Promise<readonly BuildContext[]>;
};

/** So many milliseconds somebody waits for what is not known yet, and what is known counts as new. */
const patience = 1_000;
const freshFor = 5_000;

/** More Dockerfiles nobody has open at once. */
const mostKept = 50;

type Known = { at: number; contexts: readonly BuildContext[]; pending: Promise<void> | undefined };

type Around = Pick<Host, "folders" | "textNow" | "log">;

export function createBuildContexts(host: Around): BuildContexts {
	const known = new Map<string, Known>();

	async function look(dockerfile: string, into: Known): Promise<void> {
		try {
			into.contexts = await contextsOf(host, dockerfile);
		} catch (error) {
			host.log.error(`Build contexts: ${reasonOf(error)}`);
		}
		into.at = performance.now();
		into.pending = undefined;
	}

	return {
		async of(dockerfile) {
			const kept = known.get(dockerfile) ?? { at: -Infinity, contexts: [], pending: undefined };
			known.delete(dockerfile);
			known.set(dockerfile, kept);
			for (const oldest of known.keys()) if (known.size > mostKept) known.delete(oldest);
			if (performance.now() - kept.at > freshFor) kept.pending ??= look(dockerfile, kept);
			// What was known a while ago is better than to wait.
			if (kept.pending && kept.at === -Infinity) await within(kept.pending, patience);
			return kept.contexts;
		},
	};
}

/** As paths from the file's own folder. */
type Build = { readonly dockerfile: string; readonly context: string };

async function buildsIn(name: string, text: string): Promise<readonly Build[]> {
	if (isDevcontainer(name)) {
		const { dockerfile, context } = buildOfDevcontainer(text) ?? {};
		return dockerfile === undefined || context === undefined ? [] : [{ dockerfile, context }];
	}
	if (languageOfName(name) === "bake") return buildsOfBake(parseBake(text));
	const opened = (await openerFor("compose"))(text);
	// There the Dockerfile's path begins at the context.
	return opened.id === "compose" ? buildsOfCompose(opened.file).map(({ context, dockerfile }) => ({ context, dockerfile: `${context}/${dockerfile}` })) : [];
}

const isDevcontainer = (name: string): boolean => name === "devcontainer.json" || name === ".devcontainer.json";

const suits = (name: string): boolean => isDevcontainer(name) || /^(?:compose|bake)$/.test(languageOfName(name) ?? "");

async function contextsOf({ folders, textNow }: Around, dockerfile: string): Promise<readonly BuildContext[]> {
	const found = new Map<string, BuildContext>();
	for (const by of await findAround(dockerfile, await folders(), suits, () => false)) {
		// Meanwhile others are answered.
		await setImmediate();
		const text = textNow(by);
		if (text === undefined) continue;
		for (const build of await buildsIn(basename(by), text)) {
			if (resolve(dirname(by), build.dockerfile) !== dockerfile) continue;
			const folder = resolve(dirname(by), build.context);
			if (!found.has(folder) && (await isFolder(folder))) found.set(folder, { folder, by });
		}
	}
	const own = found.get(dirname(dockerfile));
	return own ? [own, ...[...found.values()].filter((each) => each !== own)] : [...found.values()];
}
