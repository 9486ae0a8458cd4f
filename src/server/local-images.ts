import type { LocalImageAnswer } from "../engine/image/local-image.ts";
import type { Host } from "./feature.ts";
import { reasonOf } from "./guard.ts";
import { within } from "./patience.ts";
import { localImageRequest, type LocalImageRow } from "./protocol.ts";

/** What the client's engine tells of images. */
export type LocalImages = {
	/** Of the images with these names, as far as it answers in time; undefined where there is none to ask. */
	describe(names: Iterable<string>): Promise<((name: string) => LocalImageAnswer) | undefined>;
	forget(): void;
};

/** So many milliseconds a hover waits for what is not known yet, and what is known counts as new, for so many images at most. */
const patience = 1_000;
const freshFor = 20_000;
const mostKept = 200;

/** A hover names one or two; a longer name than this is none. */
const mostAsked = 4;
const longestName = 512;

type Asked = { readonly at: number; answer: LocalImageAnswer; pending: Promise<void> | undefined };

export function createLocalImages({ connection, options, log }: Host): LocalImages {
	// An engine is asked only for what files say that somebody trusts.
	const isAsked = options.hasLocalImages === true && options.isTrusted === true;
	const known = new Map<string, Asked>();

	function ask(name: string): Asked {
		const asked: Asked = { at: performance.now(), answer: undefined, pending: undefined };
		asked.pending = connection.sendRequest<LocalImageRow>(localImageRequest, name).then(
			(row) => {
				asked.answer = row ?? undefined;
				asked.pending = undefined;
				// An engine that is not there may be at the next question.
				if (row === null && known.get(name) === asked) known.delete(name);
			},
			(error: unknown) => {
				if (known.get(name) === asked) known.delete(name);
				log.error(`Image ${name}: ${reasonOf(error)}`);
			},
		);
		known.delete(name);
		known.set(name, asked);
		for (const oldest of known.keys()) {
			if (known.size <= mostKept) break;
			known.delete(oldest);
		}
		return asked;
	}

	return {
		async describe(names) {
			if (!isAsked) return undefined;
			const answers = new Map<string, Asked>();
			for (const name of [...names].filter(({ length }) => length <= longestName).slice(0, mostAsked)) {
				const asked = known.get(name);
				answers.set(name, asked && performance.now() - asked.at < freshFor ? asked : ask(name));
			}
			await within(Promise.all([...answers.values()].flatMap(({ pending }) => pending ?? [])), patience);
			return (name) => answers.get(name)?.answer;
		},
		forget: () => known.clear(),
	};
}
