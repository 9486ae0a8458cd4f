import { remember } from "../../text/remember.ts";
import { digestError } from "./go-values.ts";

const part = "[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*";
const domain = `(?:${part}(?:\\.${part})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const digest = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const reference = new RegExp(`^(?:(?:${domain})/)?(${component}(?:/${component})*)(?::\\w[\\w.-]{0,127})?(?:@(${digest}))?$`);
const anything = new RegExp(reference.source, "i");

/** Why Docker does not take the text for an image's name, in its words; undefined where it does. https://pkg.go.dev/github.com/distribution/reference#ParseNormalizedNamed */
export const imageReferenceError = remember(16_000, (text): string | undefined => {
	if (/^[a-f0-9]{64}$/.test(text)) return `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`;
	const [host, rest] = splitDomain(text);
	const [repository = ""] = rest.split(":");
	if (repository.toLowerCase() !== repository) return `invalid reference format: repository name (${repository}) must be lowercase`;
	const match = reference.exec(`${host}/${rest}`);
	if (!match) return anything.test(`${host}/${rest}`.toLowerCase()) ? "repository name must be lowercase" : "invalid reference format";
	if ((match[1]?.length ?? 0) > 255) return "repository name must not be more than 255 characters";
	return match[2] === undefined ? undefined : digestError(match[2]);
});

function splitDomain(text: string): [host: string, rest: string] {
	const slash = text.indexOf("/");
	if (slash < 0) return ["docker.io", `library/${text}`];
	const first = text.slice(0, slash);
	const isHost = first === "localhost" || /[.:]/.test(first) || first.toLowerCase() !== first;
	const host = !isHost || first === "index.docker.io" ? "docker.io" : first;
	const rest = isHost ? text.slice(slash + 1) : text;
	return [host, host === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest];
}
