import type { Plain } from "../print/shapes.ts";
import type { DescribedPlatform } from "./described.ts";
import { type Difference, fieldsIn, ifOther, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";

/** What not every machine can give: a platform, a share of its disks, and what happens where its memory runs out. Of what an engine leaves out nothing is told. */
export function machineDrift({ service }: Wanted, made: Made): readonly Difference[] {
	const host = made.container.HostConfig ?? {};
	const swappiness = textIn(service["mem_swappiness"]) ?? "";
	const isWithoutEnd = service["oom_kill_disable"] === true;
	return [
		...platformDrift(textIn(service["platform"]) ?? "", made),
		...blockDrift(fieldsIn(service["blkio_config"]), made),
		...((host.MemorySwappiness ?? -1) > 0 ? ifOther("mem_swappiness", String(host.MemorySwappiness), swappiness) : []),
		...((host.OomKillDisable ?? null) === null ? [] : ifOther("oom_kill_disable", host.OomKillDisable ? "true" : "", isWithoutEnd ? "true" : "")),
	];
}

/** Where several platforms of an image are kept, only the container tells of which of them it is. */
function platformDrift(platform: string, { container, image }: Made): readonly Difference[] {
	const ofImage = container.Driver === "overlay2" && image ? { os: image.Os, architecture: image.Architecture, variant: image.Variant } : undefined;
	const { os, architecture, variant }: Partial<Record<keyof DescribedPlatform, string | undefined>> =
		container.ImageManifestDescriptor?.platform ?? ofImage ?? {};
	const [system, kind = "", version] = platform.split("/");
	if (!os || !architecture || kind === "") return [];
	const isOther = system !== os || architectureOf(kind) !== architecture || (architecture === "arm" && variant && version && variant !== version);
	return isOther ? ifOther("platform", [os, architecture, ...(variant ? [variant] : [])].join("/"), platform) : [];
}

const architectureOf = (name: string): string => ({ x86_64: "amd64", "x86-64": "amd64", aarch64: "arm64" })[name] ?? name;

function blockDrift(said: Readonly<Record<string, Plain>>, { container }: Made): readonly Difference[] {
	const host = container.HostConfig ?? {};
	const ofDevices = (key: string, there: readonly { readonly Path?: string; readonly Rate?: number; readonly Weight?: number }[] | null | undefined) => {
		const here = itemsIn(said[key]).map((item) => {
			const { Path, Rate, Weight } = fieldsIn(item);
			return `${textIn(Path) ?? ""} ${textIn(Rate ?? Weight) ?? ""}`;
		});
		const own = (there ?? []).map(({ Path = "", Rate, Weight }) => `${Path} ${Rate ?? Weight ?? ""}`);
		return own.length === 0 ? [] : ifOther(key, own.toSorted().join(", "), here.toSorted().join(", "));
	};
	const weight = textIn(said["weight"]) ?? "";
	return [
		...(host.BlkioWeight ? ifOther("weight", String(host.BlkioWeight), weight === "0" ? "" : weight) : []),
		...ofDevices("weight_device", host.BlkioWeightDevice),
		...ofDevices("device_read_bps", host.BlkioDeviceReadBps),
		...ofDevices("device_read_iops", host.BlkioDeviceReadIOps),
		...ofDevices("device_write_bps", host.BlkioDeviceWriteBps),
		...ofDevices("device_write_iops", host.BlkioDeviceWriteIOps),
	].map(({ message }) => ({ key: "blkio_config", message }));
}
