import type { Files } from "../template.ts";

/** A variable of the environment that the project reads and gives no default. Without one that `isRequired` it fails. */
export type NeededVariable = { readonly name: string; readonly file: string; readonly isRequired: boolean };

/** Every container has these, or the image sets them. */
const alwaysThere = /^(?:PATH|HOME|HOSTNAME|USER|LOGNAME|PWD|SHELL|TERM|LANG|LC_\w+|TZ|TMPDIR|VIRTUAL_ENV|PYTHON\w*)$/;
const isTest = /(?:^|\/)(?:tests?|testing|docs?|examples?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile|fabfile)\.py$/;

/** In the order of their names. A variable that some file sets or asks for with a default is not needed. */
export function neededVariables({ texts }: Files): readonly NeededVariable[] {
	const found = new Map<string, NeededVariable>();
	const settled = new Set<string>();
	for (const [file, source] of texts) {
		if (!file.endsWith(".py") || isTest.test(file)) continue;
		const text = source.replace(/(^|[ \t])#[^\n]*/g, "$1");
		for (const [, name = ""] of text.matchAll(/\benviron(?:\.setdefault\(|\[)\s*["'](\w+)["']\s*(?:,|\]\s*=(?!=))/g)) settled.add(name);
		for (const { name, isRequired } of readsOf(text)) {
			const isAsked = new RegExp(`["']${name}["']\\s+(?:not\\s+)?in\\s+(?:os\\.)?environ\\b`).test(text);
			const known = found.get(name);
			if (!known || (isRequired && !isAsked && !known.isRequired)) found.set(name, { name, file, isRequired: isRequired && !isAsked });
		}
	}
	return [...found.values()].filter(({ name }) => !settled.has(name) && !alwaysThere.test(name)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function readsOf(text: string): { readonly name: string; readonly isRequired: boolean }[] {
	const reads = (pattern: RegExp, isRequired: boolean) => [...text.matchAll(pattern)].map(([, name = ""]) => ({ name, isRequired }));
	const asksByCall = /^[ \t]*(?:from|import)[ \t]+(?:environ|environs|decouple|starlette\.config)\b/m.test(text);
	return [
		...reads(/(?<!del\s+(?:os\.)?)\benviron\[\s*["']([A-Za-z_]\w*)["']\s*\](?!\s*=(?!=))/g, true),
		...reads(/\b(?:getenv|environ\.get|environb?\.get)\(\s*(?:key\s*=\s*)?["']([A-Za-z_]\w*)["']\s*,?\s*\)(?!\s*or\b)/g, false),
		...(asksByCall ? reads(/\b(?:env|config)(?:\.\w+)?\(\s*["']([A-Z][A-Z0-9_]*)["']\s*(?:,\s*cast\s*=\s*[\w.]+\s*)?,?\s*\)/g, true) : []),
		...settingsFields(text).map((name) => ({ name, isRequired: true })),
	];
}

/** Pydantic's settings: each field without a default is a variable of that name, in capitals. */
function settingsFields(text: string): string[] {
	return [...text.matchAll(/^class[ \t]+\w+\([^)\n]*\bBaseSettings\b[^)\n]*\)[ \t]*:[ \t]*\n((?:(?:[ \t]+[^\n]*)?\n|[ \t]+[^\n]*$)*)/gm)].flatMap(
		([, body = ""]) => {
			const prefix = /\benv_prefix\s*=\s*["'](\w*)["']/.exec(body)?.[1] ?? "";
			const indent = /^[ \t]+/m.exec(body)?.[0] ?? "";
			return [...body.matchAll(/^([ \t]+)([a-zA-Z]\w*)[ \t]*:[ \t]*[^=\n]+?(?:=[ \t]*Field\([ \t]*(?:\.\.\.[^\n]*)?\)[ \t]*)?$/gm)]
				.filter(([, own, ,]) => own === indent)
				.filter(([line]) => !/\bClassVar\b|\balias\s*=/.test(line))
				.map(([, , name = ""]) => `${prefix}${name}`.toUpperCase());
		},
	);
}
