import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** On containers of ours that stand for files or a shell, and on the empty images of some: no row shows them. */
export const helperLabel = "com.hullwright.helper";
/** The process that made it, and where that runs. */
const ownerLabel = "com.hullwright.owner";

/** For what is made to help: `purpose` is what it is for. */
export const helperLabels = (purpose: string): Readonly<Record<string, string>> => ({ [helperLabel]: purpose, [ownerLabel]: ownerOf(process.pid) });

/** What the label says of a process of this one's surroundings. */
export const ownerOf = (pid: number): string => `${pid}@${surroundings()}`;

type Labelled = { readonly Created: number; readonly Labels?: Readonly<Record<string, string>> | null };

/** Of other surroundings it is not known who still runs: one that helps for as long as this (in seconds) helps nobody. */
const longest = 86_400;

/** Whether nobody uses it any more: the process that made it has ended. */
export function isForgotten({ Created, Labels }: Labelled): boolean {
	const [, pid = "", where] = /^(\d+)@(.*)$/.exec(Labels?.[ownerLabel] ?? "") ?? [];
	return where === surroundings() ? !isAlive(Number(pid)) : Date.now() / 1000 - Created > longest;
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** Where a number means one process: Windows and its Linux have one name, as containers and machines may, and after a start numbers begin anew. */
function surroundings(): string {
	try {
		return [hostname(), readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(), readlinkSync("/proc/self/ns/pid")].join(" ");
	} catch {
		return `${hostname()} ${process.platform}`;
	}
}
