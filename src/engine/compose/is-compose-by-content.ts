import { parse } from "./parse.ts";
import { readDocuments } from "./read.ts";
import { validate } from "./schema/validate.ts";
import { entryOf, type Mapping, type Value } from "./value.ts";

/**
 * Whether the text is a Compose file, whatever its name: the schema takes it, and what its services hold is what only containers have. Variables are in it as they are
 * written, so a number that is one is text. Load it lazily: it brings a YAML parser.
 */
export function isComposeByContent(text: string): boolean {
	const file = parse(text);
	if (file.problems.length > 0 || file.roots.length === 0) return false;
	const documents = readDocuments(file, "");
	return documents.every(({ value, refusals }) => value?.kind === "mapping" && refusals.length === 0 && isValid(value)) && documents.some(hasContainers);
}

function isValid(value: Mapping): boolean {
	let isValid = true;
	validate(value, () => (isValid = false));
	return isValid;
}

/** Keys that services have in nothing else that has services. */
const ofContainers = new Set(["image", "build", "extends", "container_name", "env_file", "cap_add", "cap_drop", "network_mode"]);

/** A file that is merged over others may say nothing of images. Then it takes two keys, or another section beside the services. */
function hasContainers({ value }: { readonly value: Value | undefined }): boolean {
	const services = entryOf(value, "services");
	if (value?.kind !== "mapping" || services?.kind !== "mapping") return false;
	const keys = new Set([...services.entries.values()].flatMap(({ value: service }) => (service.kind === "mapping" ? [...service.entries.keys()] : [])));
	if ([...keys].some((key) => ofContainers.has(key))) return true;
	return keys.size >= 2 || (keys.size === 1 && value.entries.size >= 2);
}
