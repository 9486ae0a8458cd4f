/** A longer text nobody has written. */
const longest = 1_000_000;

/** Names of files that are other programs', though they may look alike. */
const othersName = /^(?:\..+|azure|convox|render|tye|app|values|chart|skaffold|mkdocs|openapi|swagger)\.ya?ml$/i;

/** Whether a YAML file of this base name is worth a look: cheap, and wrong only for files whose services begin in another way than anybody writes. */
export const mayBeCompose = (name: string, text: string): boolean =>
	text.length <= longest && !othersName.test(name) && /^\uFEFF?(?:services|"services"|'services')[ \t]*:/m.test(text);
