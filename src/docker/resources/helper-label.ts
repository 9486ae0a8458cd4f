import { hostname } from "node:os";

/** On containers of ours that stand for files or a shell, and on the empty images of some: no row shows them. */
export const helperLabel = "com.hullwright.helper";
/** The machine and the process that made it. */
const ownerLabel = "com.hullwright.owner";

/** For what is made to help: `purpose` is what it is for. */
export const helperLabels = (purpose: string): Readonly<Record<string, string>> => ({ [helperLabel]: purpose, [ownerLabel]: `${process.pid}@${hostname()}` });

type Labelled = { readonly Created: number; readonly Labels?: Readonly<Record<string, string>> | null };

/** Of other machines it is not known who still runs: one that helps for as long as this (in seconds) helps nobody. */
const longest = 86_400;

/** Whether nobody uses it any more: the process that made it has ended. */
export function isForgotten({ Created, Labels }: Labelled): boolean {
	const [, pid = "", machine] = /^(\d+)@(.*)$/.exec(Labels?.[ownerLabel] ?? "") ?? [];
	return machine === hostname() ? !isAlive(Number(pid)) : Date.now() / 1000 - Created > longest;
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
