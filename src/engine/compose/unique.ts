import { type Message, say } from "../text/message.ts";
import { parseVolume } from "./short-forms/volumes.ts";
import { placeOf } from "./merge.ts";
import { mapWithin, type Place, placeTable } from "./patterns.ts";
import type { RefusalKind, Refuse } from "./refusal.ts";
import { goText } from "./scalar.ts";
import { entryOf, type Origin, textOf, type Value } from "./value.ts";

/** Of items of a list that mean the same, only the last is left, where the first stood: https://github.com/compose-spec/compose-go/blob/v2.14.0/override/uncity.go. */
export function unique(value: Value, refuse: Refuse, place: Place<KeyOf> = keys): Value {
	if (value.kind === "mapping") return mapWithin(value, place, (held, below) => unique(held, refuse, below));
	const keyOf = place.held;
	if (value.kind !== "sequence" || !keyOf) return value;
	const keyOrRefused = (item: Value): string | undefined => {
		const key = keyOf(item);
		if (typeof key === "string") return key;
		refuse({ kind: kindOf(item, keyOf), at: firstKeyOf(item) ?? placeOf(item, value), message: key });
		return undefined;
	};
	if (value.items.length < 2) {
		for (const item of value.items) keyOrRefused(item);
		return value;
	}
	const places = new Map<string, number>();
	const items: Value[] = [];
	for (const item of value.items) {
		const key = keyOrRefused(item);
		if (key === undefined) {
			items.push(item);
			continue;
		}
		const place = places.get(key);
		if (place === undefined) places.set(key, items.push(item) - 1);
		else items[place] = item;
	}
	return items.length < value.items.length ? { ...value, items } : value;
}

const firstKeyOf = (item: Value): Origin | undefined => (item.kind === "mapping" && item.entries.size > 1 ? [...item.entries.values()][0]?.key : undefined);

/** What an item means, or why it cannot be told. */
type KeyOf = (item: Value) => string | Message;

const name: KeyOf = (item) => (item.kind === "string" ? (item.value.split("=", 1)[0] ?? "") : say`this has to be text`);

const pair: KeyOf = (item) => (item.kind === "mapping" ? say`an item of this list is \`NAME=value\`, not a mapping` : name(item));

function kindOf(item: Value, keyOf: KeyOf): RefusalKind {
	if (item.kind !== "mapping") return keyOf === volume ? "volume" : "wrongType";
	return keyOf === name ? "wrongType" : keyOf === pair ? "environmentItem" : "missingKey";
}

const target =
	(what: Message, ofText: (text: string) => string | undefined): KeyOf =>
	(item) => {
		if (item.kind === "string") return ofText(item.value) ?? what;
		if (item.kind !== "mapping") return "";
		return textOf(entryOf(item, "target")) ?? what;
	};

const inContainer = target(say`this says no \`target\`, the path in the container`, (text) => text);

const volume: KeyOf = (item) => {
	if (item.kind !== "string") return inContainer(item);
	const found = parseVolume(item.value);
	return "problem" in found ? found.problem : found.target;
};

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
	// A number is another port than the same digits as text, and nothing another than empty text: so Compose has them.
	const part = (key: string, other?: string): string => {
		const value = entryOf(item, key);
		return value && value.kind !== "mapping" && value.kind !== "sequence" ? `${value.kind} ${goText(value)}` : `string ${other}`;
	};
	if (!item.entries.has("target")) return say`this says no \`target\`, the port in the container`;
	const published = item.entries.has("published") ? part("published") : "";
	return `${part("host_ip", "0.0.0.0")}:${published}:${part("target")}/${part("protocol", "tcp")}`;
};

const environmentFile: KeyOf = (item) => {
	if (item.kind === "string") return item.value;
	if (item.kind !== "mapping") return "";
	return textOf(entryOf(item, "path")) ?? say`this says no \`path\``;
};

const pairs = ["annotations", "build.args", "build.additional_contexts", "build.labels", "deploy.labels", "environment", "labels", "sysctls"];

const names = ["build.platform", "build.tags", "cap_add", "cap_drop", "dns", "dns_opt", "dns_search", "links"].concat([
	"networks.*.aliases",
	"networks.*.link_local_ips",
	"profiles",
	"tmpfs",
]);

const inServices = (places: readonly string[], keyOf: KeyOf): Readonly<Record<string, KeyOf>> =>
	Object.fromEntries(places.map((place) => [`services.*.${place}`, keyOf]));

const keys: Place<KeyOf> = placeTable<KeyOf>({
	...inServices(pairs, pair),
	...inServices(names, name),
	"networks.*.labels": pair,
	"networks.*.ipam.options": pair,
	"services.*.devices": device,
	"services.*.configs": mount(""),
	"services.*.env_file": environmentFile,
	"services.*.expose": exposed,
	"services.*.ports": port,
	"services.*.secrets": mount("/run/secrets"),
	"services.*.volumes": volume,
});
