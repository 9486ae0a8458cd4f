/** The first place where the trees differ, as a path into the JSON with both values; undefined where they are equal. The wording of warnings is not compared. */
export function firstDifference(ours, theirs, path = "") {
	if (Object.is(ours, theirs)) return undefined;
	if (typeof ours !== "object" || typeof theirs !== "object" || !ours || !theirs)
		return `${path.slice(1) || "tree"}: ours ${show(ours)}, BuildKit's ${show(theirs)}`;
	if (Array.isArray(ours) && ours.length !== theirs.length) {
		const index = ours.findIndex((each, at) => firstDifference(each, theirs[at], ""));
		const at = index < 0 ? ours.length : index;
		return `${path.slice(1)} has ${ours.length}, BuildKit's ${theirs.length}; the first that differs, [${at}]: ours ${show(ours[at])}, BuildKit's ${show(theirs[at])}`;
	}
	// An error empties the rest of a tree, so it says the most.
	for (const key of ["error", ...Object.keys(theirs)]) {
		const difference = firstDifference(ours[key], theirs[key], Array.isArray(ours) ? `${path}[${key}]` : `${path}.${key}`);
		if (difference) return difference;
	}
	return undefined;
}

function show(value) {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/**
 * Whether the parsed file may differ because of a bug of BuildKit that is not copied: its scanners of flags and of HEALTHCHECK's first word walk bytes,
 * and so split or mangle characters outside ASCII. test/oracle/known-differences.md shows it.
 */
export function isKnown({ instructions }) {
	return instructions.some((instruction) => {
		for (let each = instruction; each; each = each.trigger) {
			const { keyword, logical, logicalRange, logicalArgs } = each;
			const flags = logical.text.slice(logicalRange.start, logicalArgs.start).replace(/^[^\t\v\f\r ]+/, "");
			if (beyondAscii.test(flags) || logical.text[logicalArgs.start] === "\ufffd") return true;
			if (keyword === "HEALTHCHECK" && beyondAsciiEarly.test(logical.text.slice(logicalArgs.start))) return true;
		}
		return false;
	});
}

const beyondAscii = /[^\0-\x7f]/;
/** In the first word, or right after the white space behind it. */
const beyondAsciiEarly = /^[!-~]*[\t-\r ]*[^\0-\x7f]/;
