import type { Dockerfile } from "./syntax.ts";

/** With a front end of somebody else's, instructions may exist that Docker does not know; and a template becomes a Dockerfile only later. */
export const mayBeAnotherLanguage = (file: Dockerfile): boolean => isTemplate(file) || hasForeignFrontEnd(file);

export const isTemplate = ({ instructions }: Dockerfile): boolean => instructions.some(({ keyword }) => /^(?:\{\{|\{%|<%)/.test(keyword));

export const hasForeignFrontEnd = ({ directives }: Dockerfile): boolean =>
	directives.some(({ name, value }) => name === "syntax" && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(value.text));
