import { goText } from "../scalar.ts";
import { type Entry, entryOf, heldIn, itemsIn, type Mapping, type Origin, textOf, type Value } from "../value.ts";
import { withinCircles } from "./circles.ts";

/** What a project is made of and how it hangs together. Each part has the place of its definition, in the words of whoever asks; none where no file says it. */
export type Graph<At = Origin> = {
	readonly name: string;
	readonly services: readonly GraphService<At>[];
	readonly networks: readonly GraphResource<At>[];
	readonly volumes: readonly GraphResource<At>[];
};

type Placed<At> = { readonly at?: At };

export type GraphService<At = Origin> = Placed<At> & {
	readonly name: string;
	/** Others name it, and no file defines it. */
	readonly isMissing: boolean;
	/** Absent where it is only built. */
	readonly image?: string;
	readonly isBuilt: boolean;
	/** `attach: false`: what it writes is not among what `docker compose up` shows. */
	readonly isUnattached?: true;
	/** None: it is always there. */
	readonly profiles: readonly string[];
	readonly ports: readonly (Placed<At> & { readonly text: string })[];
	readonly dependsOn: readonly Dependence<At>[];
	readonly networks: readonly (Placed<At> & { readonly name: string })[];
	readonly volumes: readonly (Placed<At> & { readonly name: string; readonly target: string; readonly isReadOnly: boolean })[];
};

/** What the other has to be before the service starts. */
export type Condition = "started" | "healthy" | "completed";

export type Dependence<At = Origin> = Placed<At> & {
	readonly service: string;
	readonly condition: Condition;
	readonly isRequired: boolean;
	/** The two wait for each other, maybe by way of others. */
	readonly isInCircle: boolean;
};

export type GraphResource<At = Origin> = Placed<At> & { readonly name: string; readonly isExternal: boolean; readonly isMissing: boolean };

/** The graph of a resolved project: of all its services, also those that a profile has to ask for. */
export function graphOf<At>(name: string, project: Mapping, toPlace: (origin: Origin) => At | undefined): Graph<At> {
	const placed = (origin: Origin | undefined): Placed<At> => {
		const at = origin && toPlace(origin);
		return at === undefined ? {} : { at };
	};
	const services = entriesOf(entryOf(project, "services")).map(([each, { key, value }]) => serviceOf(each, key ?? value.origin, value, placed));
	const known = new Set(services.map((service) => service.name));
	const absent = new Set(services.flatMap(({ dependsOn }) => dependsOn.map(({ service }) => service)).filter((each) => !known.has(each)));
	const circles = withinCircles(new Map(services.map((service) => [service.name, service.dependsOn.map((each) => each.service)])));
	const resourcesOf = (section: "networks" | "volumes"): readonly GraphResource<At>[] => {
		const defined = entriesOf(entryOf(project, section)).map(([each, { key, value }]): GraphResource<At> => ({
			name: each,
			isExternal: isTrue(entryOf(value, "external")),
			isMissing: false,
			...placed(key),
		}));
		const names = new Set(defined.map((each) => each.name));
		const used = new Set(services.flatMap((service) => service[section].map((each) => each.name)));
		const absent = [...used].filter((each) => !names.has(each)).map((each): GraphResource<At> => ({ name: each, isExternal: false, isMissing: true }));
		return [...defined, ...absent];
	};
	const networks = resourcesOf("networks");
	// A network that nobody wrote about and in which all are says nothing.
	const isPlain = networks.every((network) => network.name === "default" && network.at === undefined);
	return {
		name,
		services: [
			...services.map((service) => ({
				...service,
				networks: isPlain ? [] : service.networks,
				dependsOn: service.dependsOn.map((each) => ({ ...each, isInCircle: circles.has(service.name, each.service) })),
			})),
			...[...absent].map((each) => ({ ...emptyService, name: each })),
		],
		networks: isPlain ? [] : networks,
		volumes: resourcesOf("volumes"),
	};
}

const emptyService = { isMissing: true, isBuilt: false, profiles: [], ports: [], dependsOn: [], networks: [], volumes: [] };

const entriesOf = (value: Value | undefined): readonly (readonly [string, Entry])[] => (value?.kind === "mapping" ? [...value.entries] : []);

const isTrue = (value: Value | undefined): boolean => value?.kind === "boolean" && value.value;

const isFalse = (value: Value | undefined): boolean => value?.kind === "boolean" && !value.value;

function serviceOf<At>(name: string, origin: Origin | undefined, service: Value, placed: (origin: Origin | undefined) => Placed<At>): GraphService<At> {
	const image = textOf(entryOf(service, "image"));
	return {
		name,
		isMissing: false,
		...(image !== undefined && { image }),
		isBuilt: entryOf(service, "build") !== undefined,
		...(isFalse(entryOf(service, "attach")) && { isUnattached: true }),
		profiles: itemsIn(entryOf(service, "profiles")).flatMap((item) => textOf(item) ?? []),
		ports: itemsIn(entryOf(service, "ports")).map((port) => ({ text: portText(port), ...placed(port.origin) })),
		dependsOn: entriesOf(entryOf(service, "depends_on")).map(([each, { key, value }]) => ({
			service: each,
			condition: conditionOf(textOf(entryOf(value, "condition"))),
			isRequired: isTrue(entryOf(value, "required")),
			isInCircle: false,
			...placed(key ?? value.origin ?? origin),
		})),
		networks: entriesOf(entryOf(service, "networks")).map(([each, { key, value }]) => ({ name: each, ...placed(key ?? value.origin ?? origin) })),
		volumes: itemsIn(entryOf(service, "volumes")).flatMap((volume) => {
			const source = textOf(entryOf(volume, "source"));
			if (textOf(entryOf(volume, "type")) !== "volume" || !source) return [];
			const target = textOf(entryOf(volume, "target")) ?? "";
			return [{ name: source, target, isReadOnly: isTrue(entryOf(volume, "read_only")), ...placed(volume.origin ?? origin) }];
		}),
		...placed(origin),
	};
}

function conditionOf(text: string | undefined): Condition {
	if (text === "service_healthy") return "healthy";
	return text === "service_completed_successfully" ? "completed" : "started";
}

/** As `127.0.0.1:8080 → 80/udp`. Where no port of the host is said, the engine takes a free one. */
function portText(port: Value): string {
	const held = Object.fromEntries(heldIn(port).map(([key, value]) => [key, value.kind === "mapping" || value.kind === "sequence" ? "" : goText(value)]));
	const [address, protocol] = [held["host_ip"], held["protocol"]];
	const host = `${address ? `${address.includes(":") ? `[${address}]` : address}:` : ""}${held["published"] || "?"}`;
	return `${host} → ${held["target"] ?? ""}${protocol && protocol !== "tcp" ? `/${protocol}` : ""}`;
}
