import { keyVersions } from "../../../compose/key-versions.ts";
import { type Message, say } from "../../../text/message.ts";
import { type About, saying } from "../../completion.ts";
import { code, sentences } from "../../markdown.ts";
import { documentation } from "./top-level.ts";

/** What a key means, by its path as the schema has it, and since when there is such. Undefined for what Compose does not know. */
export function keyMeaning(path: string): readonly Message[] | undefined {
	const text = Object.hasOwn(documentation, path) ? documentation[path] : undefined;
	if (!text) return undefined;
	const name = path.split(".").at(-1) ?? "";
	return [say`**${code(name)}** ${text}`, ...sinceOf(path), say`[Docker's reference](${pageOf(path)})`];
}

const reference = "https://docs.docker.com/reference/compose-file";

/** Which of the reference's pages tells of it, and where. */
function pageOf(path: string): string {
	const [top = "", , key, nested] = path.split(".");
	if (top === "name" || top === "version") return `${reference}/version-and-name/`;
	if (top !== "services" || key === undefined) return key === undefined ? `${reference}/${top}/` : `${reference}/${top}/#${key}`;
	if (key === "build" || key === "deploy" || key === "develop") return nested === undefined ? `${reference}/${key}/` : `${reference}/${key}/#${nested}`;
	return `${reference}/services/#${key}`;
}

/** What came together with the key above it is as old as that. */
function sinceOf(path: string): readonly Message[] {
	for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
		const since = keyVersions[at];
		if (since) return [sentences(say`Since Docker Compose ${since.compose}.`, since.engine === undefined ? undefined : say`Needs Docker ${since.engine}.`)];
	}
	return [];
}

export function aboutKey(path: string): About | undefined {
	const meaning = keyMeaning(path);
	return meaning && saying(...meaning);
}
