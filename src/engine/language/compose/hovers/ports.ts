import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import type { ComposeHoverContext } from "./hover.ts";

/** What a short port says: who reaches it where, and what commonly listens there. */
export function portFacts(text: string, isExposed: boolean, { describePort }: ComposeHoverContext): readonly Message[] {
	if (text.includes("$")) return [];
	const [, whole = "", protocol = "tcp"] = /^(.*?)(?:\/(\w+))?$/.exec(text) ?? [];
	const parts = whole.split(":");
	const target = parts.pop() ?? "";
	const host = parts.pop() || undefined;
	const address = parts.length > 0 ? parts.join(":") : undefined;
	if (!/^\d+(?:-\d+)?$/.test(target) || (host !== undefined && !/^\d+(?:-\d+)?$/.test(host))) return [];
	const usual = describePort(protocol === "tcp" ? target : `${target}/${protocol}`);
	if (isExposed) return usual ? [usual] : [];
	return [
		host === undefined
			? say`Port ${code(target)} of the container, on any port of the machine that is free.`
			: say`Port ${code(target)} of the container, on port ${code(host)} of the machine.`,
		address === undefined || address === "0.0.0.0" || address === "[::]"
			? say`Everybody who reaches the machine reaches it.`
			: address === "127.0.0.1" || address === "[::1]" || address === "localhost"
				? say`Only programs of the machine itself reach it.`
				: say`Who reaches the address ${code(address)} reaches it.`,
		...(usual ? [usual] : []),
	];
}
