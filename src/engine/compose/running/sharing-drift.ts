import { type Difference, differs, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

/** What a container takes of others: a namespace, their volumes, names for them. */
export function sharingDrift({ service }: Wanted, made: Made): readonly Difference[] {
	const host = made.container.HostConfig ?? {};
	const said = (key: string): string => textIn(service[key]) ?? "";
	const from = (host.VolumesFrom ?? []).map((other) => ownerOf(other.replace(/:(?:ro|rw|z)$/, ""), made));
	return [
		...namespaceDrift("ipc", said("ipc"), /^(?:private|shareable)$/.test(host.IpcMode ?? "") && said("ipc") === "" ? "" : host.IpcMode, made),
		...namespaceDrift("pid", said("pid"), host.PidMode?.replace(/^private$/, ""), made),
		...ifOther("volumes_from", inOrder(from), inOrder(itemsIn(service["volumes_from"]).map((item) => (textIn(item) ?? "").replace(/:(?:ro|rw)$/, "")))),
		...linkDrift({ service }, made),
	];
}

/** Of another container the engine has the id, which tells its service where it is of the project. */
export function namespaceDrift(key: string, here: string, there = "", made: Made): readonly Difference[] {
	const shared = /^container:(.*)$/.exec(there)?.[1];
	const before = shared === undefined ? there : ownerOf(shared, made, "service:");
	const [, kind, name = ""] = /^(service|container):(.*)$/.exec(here) ?? [];
	if (kind === undefined) return ifOther(key, before, here);
	if (shared === undefined) return [differs(key, there, here)];
	if (kind === "service") return made.others?.has(name) ? ifOther(key, before, here) : [];
	const isOurs = before.startsWith("service:") && !nameOf(shared, made).includes(name);
	return isOurs ? [differs(key, before, here)] : [];
}

/** As the file would name another container of the project, by its id; any other by what it is called there. */
function ownerOf(id: string, { others }: Made, prefix = ""): string {
	for (const [service, containers] of others ?? []) if (containers.some(({ Id }) => Id === id)) return `${prefix}${service}`;
	return `container:${/^[\da-f]{64}$/.test(id) ? id.slice(0, 12) : id}`;
}

function nameOf(id: string, { others }: Made): readonly string[] {
	const container = [...(others?.values() ?? [])].flat().find(({ Id }) => Id === id);
	return [id, id.slice(0, 12), container?.Name?.replace(/^\//, "") ?? ""];
}

const inOrder = (names: readonly string[]): string => [...new Set(names)].toSorted().join(", ");

/** Compose adds the other's own name, and that with the number of its container. */
function linkDrift({ service }: Pick<Wanted, "service">, { container }: Made): readonly Difference[] {
	const wanted = ["links", "external_links"].flatMap((key) => itemsIn(service[key]).map((item) => (textIn(item) ?? "").split(":").at(-1) ?? ""));
	const ofNetworks = Object.values(container.NetworkSettings?.Networks ?? {}).flatMap((endpoint) => endpoint?.Links ?? []);
	const all = [...ofNetworks, ...(container.HostConfig?.Links ?? []).map((link) => link.replace(/^\/([^:]*):.*\//, "$1:"))];
	const linked = all.map((link): readonly [name: string, alias: string] => {
		const [name = "", alias = name] = link.split(":");
		return [name, alias];
	});
	const there = linked.flatMap(([name, alias]): readonly string[] => {
		const isOwnName = name === alias && linked.some(([other, called]) => other === name && called !== alias);
		const isAdded = isOwnName || (/[-_]\d+$/.test(alias) && /[-_]$/.test(name.slice(0, -alias.length)) && name.endsWith(alias));
		return isAdded && !wanted.includes(alias) ? [] : [alias];
	});
	const key = service["links"] === undefined && service["external_links"] !== undefined ? "external_links" : "links";
	return ifOther(key, inOrder(there), inOrder(wanted));
}
