import * as vscode from "vscode";
import type { Place } from "../../docker/files/entry.ts";

/** Schemes of the file systems: one for each kind of place. */
export const schemes: Readonly<Record<Place["of"], string>> = {
	container: "hullwright-container",
	image: "hullwright-image",
	volume: "hullwright-volume",
};

/** VS Code takes authorities that differ only in case for the same, and some characters for its own. */
const encode = (text: string): string => text.replace(/[^a-z\d.-]/g, (character) => `_${character.codePointAt(0)?.toString(16).padStart(2, "0")}`);
const decode = (text: string): string => text.replace(/_([\da-f]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Containers and images are known by their ids, which stay; volumes have none but their name. */
export function uriOf(place: Place, path: string): vscode.Uri {
	return vscode.Uri.from({ scheme: schemes[place.of], authority: encode(place.id.replace(/^sha256:/, "")), path });
}

/** @throws Error for the URI of another file system */
export function placeOf({ scheme, authority }: vscode.Uri): Place {
	const of = (["container", "image", "volume"] as const).find((each) => schemes[each] === scheme);
	if (!of) throw new Error(`${scheme} is no file system of ours`);
	return { of, id: `${of === "image" ? "sha256:" : ""}${decode(authority)}` };
}
