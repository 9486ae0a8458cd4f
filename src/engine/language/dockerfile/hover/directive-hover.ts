import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { type Catalogue, type Message, say } from "../../../text/message.ts";
import { type Hover, hoverOf } from "../../hover.ts";
import { code, paragraphs } from "../../markdown.ts";
import { aboutDirective, referenceLink } from "./documentation/about.ts";

/** `# syntax=`, `# escape=` and `# check=` at the top of the file, and what their values come to. */
export function directiveHover(file: Dockerfile, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	const directive = file.directives.find(({ range }) => range.start <= offset && offset <= range.end);
	if (!directive) return undefined;
	const { name, range, value } = directive;
	const { markdown } = hoverOf({ range, about: [aboutDirective(name), ...here(file, name, value.text.trim())] }, catalogue);
	return { range, markdown: paragraphs(markdown, referenceLink(name, catalogue)) };
}

function here(file: Dockerfile, name: "syntax" | "escape" | "check", value: string): readonly Message[] {
	if (name === "escape") return file.escape === "`" ? [say`Here the backtick is that character, so that \`\\\` stands for itself, as in Windows paths.`] : [];
	if (name === "check") return checks(value);
	const [, version, digest] = /^(?:docker\.io\/)?docker\/dockerfile(?::([^@]*))?(@.*)?$/.exec(value) ?? [];
	if (digest !== undefined) return [say`Here the digest decides: it is always the very same version.`];
	if (version === undefined || version === "latest") return /dockerfile$|:latest$/.test(value) ? [say`Here: the newest version there is.`] : [];
	if (/labs/.test(version)) return [say`Here: a version with what is still being tried out, and may change.`];
	if (/^\d+$/.test(version)) return [say`Here: the newest version ${version}.x.`];
	if (/^\d+\.\d+$/.test(version)) return [say`Here: version ${version} with its newest corrections, and nothing that came later.`];
	return /^\d+\.\d+\.\d+$/.test(version) ? [say`Here: exactly version ${version}.`] : [];
}

function checks(value: string): readonly Message[] {
	const options = value.split(";").map((option) => option.trim().split("="));
	return options.flatMap(([name = "", given = ""]): readonly Message[] => {
		if (name === "error") return given.toLowerCase() === "true" ? [say`Here a warning fails the build.`] : [];
		if (name !== "skip" || given === "") return [];
		return [given.toLowerCase() === "all" ? say`Here no check is made.` : say`Here these checks are left out: ${code(given)}.`];
	});
}
