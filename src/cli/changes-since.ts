import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Message, say, textOf } from "../engine/text/message.ts";
import type { Changes, Span } from "./changed-lines.ts";

/** What keeps git from telling. */
class Trouble extends Error {
	readonly problem: Message;

	constructor(problem: Message) {
		super(textOf(problem));
		this.problem = problem;
	}
}

/** What has changed in the files since the revision, by the user's git, or why it cannot tell. */
export function changesSince(names: readonly string[], revision: string): Changes | { readonly problem: Message } {
	try {
		return readChanges(names, revision);
	} catch (error) {
		if (error instanceof Trouble) return { problem: error.problem };
		throw error;
	}
}

function readChanges(names: readonly string[], revision: string): Changes {
	if (revision.startsWith("-") || revision === "") throw new Trouble(say`--since takes a branch, a tag or a commit, not "${revision}"`);
	const changes = new Map<string, readonly Span[] | "all">();
	for (const [root, paths] of byRepository(names)) {
		git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], say`--since: git knows no revision "${revision}" in ${root}`);
		const failed = say`--since: git cannot tell what has changed in ${root} since ${revision}`;
		const tracked = new Set(
			git(root, ["ls-files", "-z"], failed)
				.split("\0")
				.map((name) => resolve(root, name)),
		);
		for (const path of paths) if (!tracked.has(path)) changes.set(path, "all");
		const patch = git(
			root,
			["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", revision, "--"],
			failed,
		);
		for (const [name, spans] of spansIn(patch)) changes.set(resolve(root, name), spans);
	}
	return changes;
}

/** By the folder that holds their `.git`. */
function byRepository(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const roots = new Map<string, string | undefined>();
	const rootOf = (folder: string): string | undefined => {
		if (roots.has(folder)) return roots.get(folder);
		const parent = dirname(folder);
		const root = existsSync(join(folder, ".git")) ? folder : parent === folder ? undefined : rootOf(parent);
		roots.set(folder, root);
		return root;
	};
	const repositories = new Map<string, string[]>();
	for (const name of names) {
		const path = resolve(name);
		const root = rootOf(dirname(path));
		if (root === undefined) throw new Trouble(say`--since: ${name} is in no git repository, so nothing tells what has changed in it`);
		repositories.set(root, [...(repositories.get(root) ?? []), path]);
	}
	return repositories;
}

function git(root: string, args: readonly string[], failed: ReturnType<typeof say>): string {
	try {
		// No program that the repository's own configuration names is started.
		const options = ["-C", root, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];
		return execFileSync("git", [...options, ...args], { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] });
	} catch (error) {
		const { code, stderr } = error as { readonly code?: string; readonly stderr?: string };
		if (code === "ENOENT") throw new Trouble(say`--since asks git what has changed, and there is no program git here`);
		const [reason] = (stderr ?? "").trim().split("\n");
		throw new Trouble(reason ? say`${failed}: ${reason}` : failed);
	}
}

/** The lines on the new side of a diff without context, by path. */
function spansIn(patch: string): ReadonlyMap<string, readonly Span[]> {
	const files = new Map<string, Span[]>();
	let spans: Span[] = [];
	let left = 0;
	for (const line of patch.split("\n")) {
		// Within a hunk, a line may look like anything.
		if (left > 0 && /^[-+]/.test(line)) {
			left--;
			continue;
		}
		const name = /^\+\+\+ ("?)b\/(.*?)\1\t?$/.exec(line);
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (name) {
			spans = [];
			files.set(name[1] ? unquoted(name[2] ?? "") : (name[2] ?? ""), spans);
		} else if (hunk) {
			const [removed, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
			left = removed + added;
			if (added > 0) spans.push({ first, last: first + added - 1 });
		}
	}
	return files;
}

/** As git writes names with quotes, backslashes or control characters. */
const unquoted = (name: string): string =>
	name.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter = "") =>
		octal
			? String.fromCharCode(Number.parseInt(octal, 8))
			: (({ t: "\t", n: "\n", r: "\r" } as Record<string, string>)[letter as string] ?? (letter as string)),
	);
