import type { LanguageId } from "./languages.ts";

const dockerfileName = /^(?:(?:Dockerfile|Containerfile)(?:\..+)?|dockerfile|containerfile|.+\.(?:[Dd]ockerfile|[Cc]ontainerfile))$/;
const bakeName = /^(?:docker-bake(?:[.-].+)?\.(?:hcl|json)|(?:.+[.-])?bake(?:[.-].+)?\.hcl)$/;
const dockerignoreName = /^(?:.*\.)?(?:docker|container)ignore$/;
const otherKinds = /(?:\.(?:dockerignore|containerignore|md|json|ya?ml|tmpl|tpl|template|gotmpl|j2|jinja2?|erb|hbs|mustache|in|bak|orig|rej|swp)|~)$/i;
const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;

/** The language of a file by its base name alone, as Docker's tools and editors tell it; undefined where the name does not. Templates are of none. */
export function languageOfName(name: string): LanguageId | undefined {
	if (composeName.test(name)) return "compose";
	if (dockerignoreName.test(name)) return "dockerignore";
	if (bakeName.test(name)) return "bake";
	return dockerfileName.test(name) && !otherKinds.test(name) ? "dockerfile" : undefined;
}
