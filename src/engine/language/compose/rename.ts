import { typedScalar } from "../../compose/scalar.ts";
import { type Message, say } from "../../text/message.ts";
import type { NameKind, NamePlace } from "./names.ts";

/** Why what is named there keeps its name. `isDefined`: somewhere in the project. */
export function whyNotRenamed({ kind, name }: NamePlace, isDefined: boolean): Message | undefined {
	if (kind === "network" && name === "default") return say`\`default\` is the network that Compose gives to services without another, and always called so.`;
	if (isDefined || kind === "profile") return undefined;
	return say`Nothing in this project is called \`${name}\`, so that its name is given elsewhere.`;
}

/** Why it cannot be called so. `isTaken`: something of its kind has the name already. */
export function whyNotCalled({ kind, name: before }: NamePlace, name: string, isTaken: boolean): Message | undefined {
	if (name === before) return undefined;
	if (kind === "anchor") return /^[^\s,[\]{}*&]+$/.test(name) ? taken(kind, name, isTaken) : say`An anchor's name has no blanks and no brackets in it.`;
	if (kind === "profile" ? !/^[a-zA-Z0-9][\w.-]+$/.test(name) : !/^[a-zA-Z0-9._-]+$/.test(name))
		return say`Compose takes letters, digits, \`.\`, \`_\` and \`-\` in a name.`;
	if (typedScalar(name).kind !== "string") return say`YAML would take \`${name}\` for something else than text.`;
	if (kind === "volume" && !/^[a-zA-Z0-9][\w.-]+$/.test(name)) return say`The name of a volume begins with a letter or digit, and has another behind it.`;
	return kind === "profile" ? undefined : taken(kind, name, isTaken);
}

const taken = (kind: NameKind, name: string, isTaken: boolean): Message | undefined =>
	isTaken && kind !== "profile" ? say`\`${name}\` stands in this project already, and would mean the same then.` : undefined;
