import { fact } from "../text/fact.ts";
import type { Dockerignore, Pattern } from "./patterns.ts";

/** Why a pattern that keeps something keeps nothing: nothing above it leaves that out, or a line below leaves it out again. */
export type Idle = { readonly pattern: Pattern; readonly by: Pattern | undefined };

/** Exceptions without effect, in order. */
export const idleExceptions = fact(({ patterns }: Dockerignore): readonly Idle[] => {
	if (patterns.length > mostCompared) return [];
	return patterns.flatMap((pattern, index): readonly Idle[] => {
		if (!pattern.isException) return [];
		if (!patterns.slice(0, index).some((above) => !above.isException && mayLeaveOutForIt(above, pattern))) return [{ pattern, by: undefined }];
		const by = patterns.findLast((each, at) => at > index && !each.isException && fitsAllOf(each, pattern));
		const isKept = by && patterns.slice(patterns.indexOf(by)).some((each) => each.isException && mayBothConcern(each, pattern));
		return by && !isKept ? [{ pattern, by }] : [];
	});
});

/** A pattern that changes nothing, and the one that makes it needless: one above that says the same, or more, or an exception below that keeps all of it. */
export type Needless = { readonly pattern: Pattern; readonly by: Pattern; readonly reason: "same" | "covered" | "undone" };

/** In order. */
export const needlessPatterns = fact(({ patterns }: Dockerignore): readonly Needless[] => {
	if (patterns.length > mostCompared) return [];
	const found: Needless[] = [];
	for (const [index, pattern] of patterns.entries()) {
		const above = patterns.slice(0, index);
		const isAlone = !above.some(({ isException }) => isException);
		// What stands above the last pattern of the other kind may have been taken back by it.
		const turn = above.findLastIndex(({ isException }) => isException !== pattern.isException);
		const by = above.slice(turn + 1).find((each) => fitsAllOf(each, pattern) || (isAlone && fitsAboveAllOf(each, pattern)));
		if (by) found.push({ pattern, by, reason: by.text === pattern.text ? "same" : "covered" });
		else if (!pattern.isException) {
			const undoing = patterns.findIndex((each, at) => at > index && each.isException && fitsAllOf(each, pattern));
			// An exception looks only at what is left out when its turn comes, and then is good for all below: without the pattern another may stand.
			const isNeeded = patterns.slice(0, undoing).some((each) => each !== pattern && !each.isException && mayBothConcern(each, pattern));
			const exception = patterns[undoing];
			if (exception && !isNeeded) found.push({ pattern, by: exception, reason: "undone" });
		}
	}
	return found;
});

/** Nobody writes so many by hand, and each is compared with each. */
const mostCompared = 500;

const wildcards = /[*?[\]\\{}|]/;

/** Whether a pattern fits every path that the other fits. Undecided is no. */
function fitsAllOf(wide: Pattern, { text }: Pattern): boolean {
	if (wide.text === text || wide.text === "**" || wide.text === "**/*") return true;
	if (!wildcards.test(text)) return wide.matches?.(text) === true;
	if (wide.text === "*") return !text.includes("/") && !text.includes("**");
	const anywhere = wide.text.startsWith("**/") ? wide.text.slice(3) : undefined;
	return anywhere !== undefined && (text === anywhere || text.endsWith(`/${anywhere}`));
}

/** Whether a pattern fits a folder in which all lies that the other fits. Undecided is no. */
function fitsAboveAllOf(wide: Pattern, { text }: Pattern): boolean {
	if (wide.text === "*") return true;
	const wildcard = text.search(wildcards);
	const folder = text.slice(0, Math.max(text.lastIndexOf("/", wildcard < 0 ? text.length : wildcard), 0));
	const parts = folder === "" ? [] : folder.split("/");
	return parts.some((_, index) => wide.matches?.(parts.slice(0, index + 1).join("/")) === true);
}

/** Whether the pattern may leave out what the exception fits, itself or by a folder that it is in. Undecided is yes. */
const mayLeaveOutForIt = (pattern: Pattern, exception: Pattern): boolean => meetAtOnce(pattern, exception, { below: false });

/** Whether there may be a path that both fit, or that one fits and that lies below what the other fits. */
const mayBothConcern = (one: Pattern, other: Pattern): boolean => meetAtOnce(one, other, { below: true });

function meetAtOnce(one: Pattern, other: Pattern, { below }: { readonly below: boolean }): boolean {
	const [parts, others] = [one.text.split("/"), other.text.split("/")];
	for (const [index, part] of parts.entries()) {
		const another = others[index];
		if (part.includes("**") || another?.includes("**") || /[\\{|]/.test(part + another)) return true;
		if (another === undefined) return below;
		if (part === another) continue;
		const [isMade, isOtherMade] = [wildcards.test(part), wildcards.test(another)];
		if (isMade === isOtherMade) return isMade;
		// Where it is but a part of a pattern, nothing is at hand that would tell what it fits.
		const [made, plain] = isMade ? [one, another] : [other, part];
		if (made.text.includes("/")) return true;
		if (made.matches?.(plain) !== true) return false;
	}
	return true;
}
