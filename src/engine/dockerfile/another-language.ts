import type { Dockerfile } from "./syntax.ts";

/** With a front end of somebody else's, instructions may exist that Docker does not know; and a template becomes a Dockerfile only later. */
export const mayBeAnotherLanguage = ({ directives, instructions }: Dockerfile): boolean =>
	instructions.some(({ keyword }) => /^(?:\{\{|\{%|<%)/.test(keyword)) ||
	directives.some(({ name, value }) => name === "syntax" && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(value.text));
