import { cleanPath } from "../../text/clean-path.ts";
import { say } from "../../text/message.ts";
import type { Plain } from "../print/shapes.ts";
import { type Difference, fieldsIn, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

type MountKey = "volumes" | "tmpfs" | "secrets" | "configs";

type Mount = {
	readonly key: MountKey;
	readonly kind: string;
	/** Undefined: any will do, for the engine has named it. */
	readonly source: string | undefined;
	readonly isReadOnly: boolean;
	/** Of memory, as `size=1m,noexec`. */
	readonly options?: string;
	/** What else was said of it, each where it is not as always. Undefined: nobody knows. */
	readonly details: Details | undefined;
};

/** Names of what can be asked for in the way that was taken, and what was. */
type Details = { readonly names: readonly string[]; readonly values: Readonly<Record<string, string>> };

export function mountDrift(wanted: Wanted, made: Made): readonly Difference[] {
	const { service } = wanted;
	const [here, there] = [wantedMounts(wanted), mountsOf(made)];
	const missing = [...here].flatMap(([target, mount]): readonly Difference[] => {
		const { key } = mount;
		const own = there.get(target);
		if (!own) return [{ key, message: say`nothing is mounted at \`${target}\` in the container` }];
		// What lay there before is carried over to where the file names nothing.
		if (mount.kind === "volume" && mount.source === undefined && own.kind !== "tmpfs") return [];
		if (own.kind !== mount.kind || (mount.source !== undefined && inOneWay(own.source ?? "") !== inOneWay(mount.source))) {
			const [before, after] = [own.source ?? own.kind, mount.source ?? mount.kind];
			return [{ key, message: say`what is mounted at \`${target}\` is \`${before}\` in the container, and \`${after}\` in the file` }];
		}
		// An engine may add options of its own, but no sizes and owners.
		const [before, after] = [optionsOf(own), optionsOf(mount)];
		if (after.some((option) => !before.includes(option)) || before.some((option) => option.includes("=") && !after.includes(option)))
			return ifOther(target, before.join(","), after.join(",")).map(({ message }) => ({ key, message }));
		if (own.isReadOnly === mount.isReadOnly) return own.details ? detailDrift(key, target, own.details, mount.details?.values ?? {}) : [];
		return [
			{
				key,
				message: mount.isReadOnly
					? say`the container may write at \`${target}\`, and by the file it may not`
					: say`the container may not write at \`${target}\`, and by the file it may`,
			},
		];
	});
	const ofImage = made.image && new Set(Object.keys(made.image.Config?.Volumes ?? {}).map(cleanPath));
	// Those of other services, of secrets and of the engine come by ways of their own; what lies where the image has a volume is carried over.
	const isOther = (target: string, { kind, source }: Mount): boolean =>
		(service["volumes_from"] ?? null) !== null ||
		(kind !== "tmpfs" && ofImage ? ofImage.has(target) : kind === "volume" && /^[\da-f]{64}$/.test(source ?? "")) ||
		fileTargets(wanted).some((each) => each.target === target) ||
		(service["use_api_socket"] === true && target.startsWith("/var/run/docker"));
	const extra =
		(made.container.HostConfig?.VolumesFrom ?? []).length > 0 ? [] : [...there].filter(([target, mount]) => !here.has(target) && !isOther(target, mount));
	return [
		...missing,
		...extra.map(([target]): Difference => ({
			key: target.startsWith("/run/secrets/") ? "secrets" : "volumes",
			message: say`something is mounted at \`${target}\` in the container, and not by the file`,
		})),
	];
}

/** Docker Desktop shows folders of its host below one of its own, and those of Windows' drives below their letters. */
const inOneWay = (path: string): string => {
	const below = path.replace(/^\/(?:host_mnt|run\/desktop\/mnt\/host)(?=\/)/, "");
	return /^[A-Za-z]:[\\/]/.test(below) ? `/${below.charAt(0).toLowerCase()}${below.slice(2).replaceAll("\\", "/")}` : below;
};

const optionsOf = ({ options = "" }: Mount): readonly string[] => options.split(",").filter((option) => option !== "");

function detailDrift(key: MountKey, target: string, { names, values }: Details, here: Details["values"]): readonly Difference[] {
	return names.flatMap((name) => ifOther(`${target}: ${name}`, values[name] ?? "", here[name] ?? "").map(({ message }) => ({ key, message })));
}

function wantedMounts(wanted: Wanted): ReadonlyMap<string, Mount> {
	const { service, volumes } = wanted;
	const mounts = itemsIn(service["volumes"]).map((volume): readonly [string, Mount] => {
		const fields = fieldsIn(volume);
		const { type, source, target, read_only: readOnly } = fields;
		const [kind, name] = [textIn(type) ?? "volume", textIn(source)];
		const from = kind === "volume" ? name && (volumes.get(name) ?? name) : kind === "bind" && name ? cleanPath(name) : undefined;
		return [
			cleanPath(textIn(target) ?? ""),
			{ key: "volumes", kind, source: from || undefined, isReadOnly: readOnly === true, details: wantedDetails(kind, fieldsIn(fields[kind])) },
		];
	});
	const temporary = itemsIn(service["tmpfs"]).map((item): readonly [string, Mount] => {
		const [path = "", options] = (textIn(item) ?? "").split(":", 2);
		return [
			cleanPath(path),
			{ key: "tmpfs", kind: "tmpfs", source: undefined, isReadOnly: false, details: undefined, ...(options !== undefined && { options }) },
		];
	});
	const files = fileTargets(wanted).flatMap(({ key, target, path }): readonly (readonly [string, Mount])[] =>
		path === undefined ? [] : [[target, { key, kind: "bind", source: cleanPath(path), isReadOnly: true, details: undefined }]],
	);
	return new Map([...mounts, ...temporary, ...files]);
}

function wantedDetails(kind: string, said: Readonly<Record<string, Plain>>): Details {
	if (kind === "bind") return detailsIn({ propagation: textIn(said["propagation"]), selinux: textIn(said["selinux"]) });
	if (kind === "tmpfs") return detailsIn({ size: textIn(said["size"]), mode: textIn(said["mode"]) });
	return detailsIn({ nocopy: said["nocopy"] === true ? "true" : undefined, subpath: textIn(said["subpath"]) });
}

function detailsIn(all: Readonly<Record<string, string | undefined>>): Details {
	const values = Object.entries(all).flatMap(([name, value]) => (value && value !== "0" && value !== "rprivate" ? [[name, value] as const] : []));
	return { names: Object.keys(all), values: Object.fromEntries(values) };
}

function mountsOf({ container }: Made): ReadonlyMap<string, Mount> {
	const mounts = (container.Mounts ?? []).map(({ Type = "", Name, Source, Destination = "", RW }): readonly [string, Mount] => [
		Destination,
		{
			key: "volumes",
			kind: Type,
			source: Type === "volume" ? Name : Type === "bind" ? Source : undefined,
			isReadOnly: RW === false,
			details: detailsOf(container, Destination),
		},
	]);
	const temporary = Object.entries(container.HostConfig?.Tmpfs ?? {}).map(([target, options]): readonly [string, Mount] => [
		cleanPath(target),
		{ key: "tmpfs", kind: "tmpfs", source: undefined, isReadOnly: false, options, details: undefined },
	]);
	return new Map([...mounts, ...temporary]);
}

/** As the engine was asked for it. Podman tells something of its own. */
function detailsOf({ HostConfig }: Made["container"], target: string): Details | undefined {
	const asked = HostConfig?.Mounts?.find(({ Target }) => Target !== undefined && cleanPath(Target) === target);
	if (asked) {
		const { BindOptions: bind, VolumeOptions: volume, TmpfsOptions: memory } = asked;
		return detailsIn({
			propagation: bind?.Propagation,
			nocopy: volume?.NoCopy === true ? "true" : undefined,
			subpath: volume?.Subpath,
			size: memory?.SizeBytes?.toString(),
			mode: memory?.Mode?.toString(),
		});
	}
	const written = HostConfig?.Binds?.map((bind) => bind.split(":")).find((parts) =>
		parts.slice(1).some((part) => part.startsWith("/") && cleanPath(part) === target),
	);
	const words = written?.at(-1)?.startsWith("/") ? [] : written?.at(-1)?.split(",");
	if (!words || words.includes("rbind")) return undefined;
	return detailsIn({
		propagation: words.find((word) => /^r?(?:private|shared|slave)$/.test(word)),
		selinux: words.find((word) => /^z$/i.test(word)),
		nocopy: words.includes("nocopy") ? "true" : undefined,
	});
}

/** Where secrets and configs lie, and those that are files on the disk. The others are written into the container. */
function fileTargets({ service, secrets, configs }: Wanted): readonly { readonly key: MountKey; readonly target: string; readonly path: string | undefined }[] {
	const targetsOf = (key: "secrets" | "configs", folder: string, paths: ReadonlyMap<string, string>) =>
		itemsIn(service[key]).map((item) => {
			const { source, target } = fieldsIn(item);
			const path = textIn(target) ?? textIn(source) ?? "";
			return { key, target: cleanPath(path.startsWith("/") ? path : `${folder}${path}`), path: paths.get(textIn(source) ?? "") };
		});
	return [...targetsOf("secrets", "/run/secrets/", secrets), ...targetsOf("configs", "/", configs)];
}
