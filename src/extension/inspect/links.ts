import type { JsonPath, JsonValue } from "./json-values.ts";

/** What is described by itself. */
export type InspectedKind = "container" | "context" | "image" | "network" | "volume";

/** Something else that a value names. */
export type InspectLink = { readonly at: JsonValue; readonly kind: InspectedKind; readonly id: string; readonly name: string };

/** What the values of a description lead to; the engine knows each by `id`, which may be a name. */
export function linksIn(kind: InspectedKind, values: readonly JsonValue[]): readonly InspectLink[] {
	const texts = new Map(values.map((value) => [keyOf(value.path), value.inner?.text ?? ""]));
	const beside = ({ path }: JsonValue, name: string): string => texts.get(keyOf([...path.slice(0, -1), name])) ?? "";
	return values.flatMap((value) => {
		const found = value.inner?.text ? targetOf(kind, value, beside) : undefined;
		return found ? [{ at: value, ...found }] : [];
	});
}

type Target = Omit<InspectLink, "at">;

function targetOf(kind: InspectedKind, value: JsonValue, beside: (value: JsonValue, name: string) => string): Target | undefined {
	const { path } = value;
	const text = value.inner?.text ?? "";
	const place = path.map((step) => (typeof step === "number" ? "#" : step)).join("/");
	if (kind === "container") {
		if (place === "Image") return { kind: "image", id: text, name: text.replace(/^sha256:(.{12}).*/, "$1") };
		if (place === "Config/Image") return { kind: "image", id: text, name: text };
		if (/^NetworkSettings\/Networks\/[^/]+\/NetworkID$/.test(place)) return { kind: "network", id: text, name: String(path[2]) };
		if (place === "Mounts/#/Name" && beside(value, "Type") !== "bind") return { kind: "volume", id: text, name: text };
		if (place === "HostConfig/Mounts/#/Source" && beside(value, "Type") === "volume") return { kind: "volume", id: text, name: text };
		const shared = /^HostConfig\/(?:Network|Ipc|Pid)Mode$/.test(place) ? /^container:(.+)$/.exec(text)?.[1] : undefined;
		if (shared) return { kind: "container", id: shared, name: shared.slice(0, 12) };
	}
	if (kind === "network" && /^Containers\/[^/]+\/Name$/.test(place)) return { kind: "container", id: String(path[1]), name: text };
	if (kind === "image" && place === "Parent") return { kind: "image", id: text, name: text.replace(/^sha256:(.{12}).*/, "$1") };
	return undefined;
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);
