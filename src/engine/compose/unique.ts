import { type Message, say } from "../text/message.ts";
import { parseVolume } from "./short-forms/volumes.ts";
import { placeOf } from "./merge.ts";
import { mapWithin, type Place, placeTable } from "./patterns.ts";
import type { Refuse } from "./refusal.ts";
import { goText } from "./scalar.ts";
import { entryOf, textOf, type Value } from "./value.ts";

/** Of items of a list that mean the same, only the last is left, where the first stood: https://github.com/compose-spec/compose-go/blob/v2.14.0/override/uncity.go. */
export function unique(value: Value, refuse: Refuse, place: Place<KeyOf> = keys): Value {
	if (value.kind === "mapping") return mapWithin(value, place, (held, below) => unique(held, refuse, below));
	const keyOf = place.held;
	if (value.kind !== "sequence" || !keyOf) return value;
	const places = new Map<string, number>();
	const items: Value[] = [];
	for (const item of value.items) {
		const key = keyOf(item);
		if (typeof key !== "string") {
			refuse({ kind: typeof item === "object" && item.kind === "mapping" ? "missingKey" : "wrongType", at: placeOf(item, value), message: key });
			items.push(item);
			continue;
		}
		const place = places.get(key);
		if (place === undefined) places.set(key, items.push(item) - 1);
		else items[place] = item;
	}
	return items.length < value.items.length ? { ...value, items } : value;
}

/** What an item means, or why it cannot be told. */
type KeyOf = (item: Value) => string | Message;

const name: KeyOf = (item) => (item.kind === "string" ? (item.value.split("=", 1)[0] ?? "") : say`this has to be text`);

const target =
	(what: Message, ofText: (text: string) => string | undefined): KeyOf =>
	(item) => {
		if (item.kind === "string") return ofText(item.value) ?? what;
		if (item.kind !== "mapping") return "";
		return textOf(entryOf(item, "target")) ?? what;
	};

const volume = target(say`this says no \`target\`, the path in the container`, (text) => {
	const found = parseVolume(text);
	return "problem" in found ? undefined : found.target;
});

const device = target(say`this says no \`target\`, the path in the container`, (text) => text.split(":")[1] ?? text);

const exposed: KeyOf = (item) => (item.kind === "string" || item.kind === "integer" ? goText(item) : say`this has to be a port`);

const mount =
	(folder: string): KeyOf =>
	(item) => {
		if (item.kind === "string") return `${folder}/${item.value}`;
		if (item.kind !== "mapping") return say`this has to be text or a mapping`;
		return textOf(entryOf(item, "target")) ?? `${folder}/${textOf(entryOf(item, "source")) ?? ""}`;
	};

const port: KeyOf = (item) => {
	if (item.kind === "integer" || item.kind === "string") return goText(item);
	if (item.kind !== "mapping") return "";
	const part = (key: string, other: string): string => {
		const value = entryOf(item, key);
		return value && value.kind !== "mapping" && value.kind !== "sequence" ? goText(value) : other;
	};
	if (!item.entries.has("target")) return say`this says no \`target\`, the port in the container`;
	return `${part("host_ip", "0.0.0.0")}:${part("published", "")}:${part("target", "")}/${part("protocol", "tcp")}`;
};

const environmentFile: KeyOf = (item) => {
	if (item.kind === "string") return item.value;
	if (item.kind !== "mapping") return "";
	return textOf(entryOf(item, "path")) ?? say`this says no \`path\``;
};

const names = ["annotations", "build.args", "build.additional_contexts", "build.platform", "build.tags", "build.labels", "cap_add", "cap_drop", "deploy.labels"]
	.concat(["dns", "dns_opt", "dns_search", "environment", "labels", "links", "networks.*.aliases", "networks.*.link_local_ips", "profiles", "sysctls", "tmpfs"])
	.map((place) => [`services.*.${place}`, name] as const);

const keys: Place<KeyOf> = placeTable<KeyOf>({
	...Object.fromEntries(names),
	"networks.*.labels": name,
	"networks.*.ipam.options": name,
	"services.*.devices": device,
	"services.*.configs": mount(""),
	"services.*.env_file": environmentFile,
	"services.*.expose": exposed,
	"services.*.ports": port,
	"services.*.secrets": mount("/run/secrets"),
	"services.*.volumes": volume,
});
