import { topVerdict, type Verdict, verdictOn } from "./ignored.ts";
import type { Dockerignore, Pattern } from "./patterns.ts";

/** Files, and how large they are together. */
export type Amount = { readonly files: number; readonly bytes: number };

/** What a pattern does to the files of a build's folder. */
export type Effect = {
	/** What it leaves out, or, of an exception, keeps; and the first of their paths. */
	readonly own: Amount & { readonly examples: readonly string[] };
	/** What it fits, and a later pattern decides otherwise about, by that pattern. */
	readonly undone: ReadonlyMap<Pattern, Amount>;
	/** What it would leave out if an earlier pattern did not, by that one. */
	readonly covered: ReadonlyMap<Pattern, Amount>;
	/** All that is sent. */
	readonly sent: Amount;
	/** All that there is. */
	readonly all: Amount;
};

/** A file or folder, as a walk comes by it: a folder before what is in it. The path is relative to the build's folder, with slashes. */
export type Walked = { readonly path: string; readonly isFolder: boolean; readonly bytes: number };

const mostExamples = 5;

/** Adds up what the pattern does, file by file. */
export function createEffect(dockerignore: Dockerignore, pattern: Pattern): { add(walked: Walked): void; readonly effect: Effect } {
	const index = dockerignore.patterns.indexOf(pattern);
	const verdicts = new Map<string, Verdict>();
	const own = { files: 0, bytes: 0, examples: [] as string[] };
	const [sent, all] = [none(), none()];
	const [undone, covered] = [new Map<Pattern, Sum>(), new Map<Pattern, Sum>()];
	return {
		effect: { own, undone, covered, sent, all },
		add({ path, isFolder, bytes }) {
			const verdict = verdictOn(dockerignore, path, verdicts.get(path.slice(0, Math.max(path.lastIndexOf("/"), 0))) ?? topVerdict);
			if (isFolder) {
				verdicts.set(path, verdict);
				return;
			}
			const { fitting, decisive } = verdict;
			add(all, bytes);
			if (!decisive) add(sent, bytes);
			if (fitting[index] === true) {
				if ((decisive === undefined) === pattern.isException) {
					add(own, bytes);
					if (own.examples.length < mostExamples) own.examples.push(path);
					return;
				}
				const later = decisive ?? dockerignore.patterns.find((each, at) => at > index && each.isException && fitting[at] === true);
				if (later) addTo(undone, later, bytes);
			} else if (!pattern.isException && decisive && pattern.matches?.(path) === true) addTo(covered, decisive, bytes);
		},
	};
}

type Sum = { files: number; bytes: number };

const none = (): Sum => ({ files: 0, bytes: 0 });

function add(sum: Sum, bytes: number): void {
	sum.files++;
	sum.bytes += bytes;
}

function addTo(sums: Map<Pattern, Sum>, pattern: Pattern, bytes: number): void {
	const sum = sums.get(pattern) ?? none();
	sums.set(pattern, sum);
	add(sum, bytes);
}
