import { cleanPath } from "../../text/clean-path.ts";
import { say } from "../../text/message.ts";
import { type Difference, fieldsIn, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

/** Undefined as source: any will do, for the engine has named it. */
type Mount = { readonly kind: string; readonly source: string | undefined; readonly isReadOnly: boolean; readonly options?: string };

export function mountDrift(wanted: Wanted, made: Made): readonly Difference[] {
	const { service } = wanted;
	const [here, there] = [wantedMounts(wanted), mountsOf(made)];
	const missing = [...here].flatMap(([target, mount]): readonly Difference[] => {
		const own = there.get(target);
		if (!own) return [{ key: "volumes", message: say`nothing is mounted at \`${target}\` in the container` }];
		if (own.kind !== mount.kind || (mount.source !== undefined && own.source !== mount.source)) {
			const [before, after] = [own.source ?? own.kind, mount.source ?? mount.kind];
			return [{ key: "volumes", message: say`what is mounted at \`${target}\` is \`${before}\` in the container, and \`${after}\` in the file` }];
		}
		// An engine may add options of its own.
		const [before, after] = [optionsOf(own), optionsOf(mount)];
		if (after.some((option) => !before.includes(option)))
			return ifOther(target, before.join(","), after.join(",")).map(({ message }) => ({ key: "tmpfs", message }));
		if (own.isReadOnly === mount.isReadOnly) return [];
		return [
			{
				key: "volumes",
				message: mount.isReadOnly
					? say`the container may write at \`${target}\`, and by the file it may not`
					: say`the container may not write at \`${target}\`, and by the file it may`,
			},
		];
	});
	// Those of other services, of secrets and of the engine come by ways of their own.
	const isOther = (target: string, { kind, source }: Mount): boolean =>
		(service["volumes_from"] ?? null) !== null ||
		(kind === "volume" && /^[\da-f]{64}$/.test(source ?? "")) ||
		fileTargets(wanted).has(target) ||
		(service["use_api_socket"] === true && target.startsWith("/var/run/docker"));
	const extra = [...there].filter(([target, mount]) => !here.has(target) && !isOther(target, mount));
	return [
		...missing,
		...extra.map(([target]): Difference => ({ key: "volumes", message: say`something is mounted at \`${target}\` in the container, and not by the file` })),
	];
}

const optionsOf = ({ options = "" }: Mount): readonly string[] => options.split(",").filter((option) => option !== "");

function wantedMounts({ service, volumes }: Wanted): ReadonlyMap<string, Mount> {
	const mounts = itemsIn(service["volumes"]).map((volume): readonly [string, Mount] => {
		const { type, source, target, read_only: readOnly } = fieldsIn(volume);
		const [kind, name] = [textIn(type) ?? "volume", textIn(source)];
		const from = kind === "volume" ? name && (volumes.get(name) ?? name) : kind === "bind" && name ? cleanPath(name) : undefined;
		return [textIn(target) ?? "", { kind, source: from || undefined, isReadOnly: readOnly === true }];
	});
	const temporary = itemsIn(service["tmpfs"]).map((item): readonly [string, Mount] => {
		const [path = "", options] = (textIn(item) ?? "").split(":", 2);
		return [cleanPath(path), { kind: "tmpfs", source: undefined, isReadOnly: false, ...(options !== undefined && { options }) }];
	});
	return new Map([...mounts, ...temporary]);
}

function mountsOf({ container }: Made): ReadonlyMap<string, Mount> {
	const mounts = (container.Mounts ?? []).map(({ Type = "", Name, Source, Destination = "", RW }): readonly [string, Mount] => [
		Destination,
		{
			kind: Type,
			// Docker Desktop shows folders of its host below one of its own.
			source: Type === "volume" ? Name : Type === "bind" ? Source?.replace(/^\/(?:host_mnt|run\/desktop\/mnt\/host)(?=\/)/, "") : undefined,
			isReadOnly: RW === false,
		},
	]);
	const temporary = Object.entries(container.HostConfig?.Tmpfs ?? {}).map(([target, options]): readonly [string, Mount] => [
		cleanPath(target),
		{ kind: "tmpfs", source: undefined, isReadOnly: false, options },
	]);
	return new Map([...mounts, ...temporary]);
}

/** Where secrets and configs lie. */
function fileTargets({ service }: Wanted): ReadonlySet<string> {
	const targetsOf = (key: string, folder: string): readonly string[] =>
		itemsIn(service[key]).map((item) => {
			const { source, target } = fieldsIn(item);
			const path = textIn(target) ?? textIn(source) ?? "";
			return path.startsWith("/") ? path : `${folder}${path}`;
		});
	return new Set([...targetsOf("secrets", "/run/secrets/"), ...targetsOf("configs", "/")]);
}
