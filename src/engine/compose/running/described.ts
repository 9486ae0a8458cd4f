/** What of `GET /containers/{id}/json` is compared. Any of it may be missing: engines and their versions differ. */
export type DescribedContainer = {
	readonly Id?: string;
	readonly Name?: string;
	/** The id of the image that it was made of. */
	readonly Image?: string;
	readonly Config?: DescribedConfig | null;
	readonly HostConfig?: {
		readonly PortBindings?: Readonly<Record<string, readonly { readonly HostIp?: string; readonly HostPort?: string }[] | null>> | null;
		readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number } | null;
		readonly Memory?: number;
		readonly NanoCpus?: number;
		readonly PidsLimit?: number | null;
		readonly CapAdd?: readonly string[] | null;
		readonly CapDrop?: readonly string[] | null;
		readonly NetworkMode?: string;
		readonly Privileged?: boolean;
		readonly ReadonlyRootfs?: boolean;
		readonly Tmpfs?: Readonly<Record<string, string>> | null;
		readonly Init?: boolean | null;
		readonly ExtraHosts?: readonly string[] | null;
		readonly Dns?: readonly string[] | null;
		readonly DnsSearch?: readonly string[] | null;
		readonly DnsOptions?: readonly string[] | null;
		readonly Sysctls?: Readonly<Record<string, string>> | null;
		readonly Ulimits?: readonly { readonly Name?: string; readonly Soft?: number; readonly Hard?: number }[] | null;
		readonly Devices?: readonly { readonly PathOnHost?: string; readonly PathInContainer?: string; readonly CgroupPermissions?: string }[] | null;
		readonly DeviceCgroupRules?: readonly string[] | null;
		readonly SecurityOpt?: readonly string[] | null;
		readonly GroupAdd?: readonly string[] | null;
		readonly LogConfig?: { readonly Type?: string; readonly Config?: Readonly<Record<string, string>> | null } | null;
		readonly ShmSize?: number;
		readonly IpcMode?: string;
		readonly PidMode?: string;
		readonly UTSMode?: string;
		readonly CgroupnsMode?: string;
		readonly UsernsMode?: string;
		readonly CgroupParent?: string;
		readonly Runtime?: string;
		readonly MemoryReservation?: number;
		readonly MemorySwap?: number;
		readonly CpuShares?: number;
		readonly CpuQuota?: number;
		readonly CpuPeriod?: number;
		readonly CpusetCpus?: string;
		readonly OomScoreAdj?: number;
		readonly Annotations?: Readonly<Record<string, string>> | null;
		readonly BlkioWeight?: number;
		readonly BlkioWeightDevice?: readonly { readonly Path?: string; readonly Weight?: number }[] | null;
		readonly BlkioDeviceReadBps?: readonly DescribedRate[] | null;
		readonly BlkioDeviceReadIOps?: readonly DescribedRate[] | null;
		readonly BlkioDeviceWriteBps?: readonly DescribedRate[] | null;
		readonly BlkioDeviceWriteIOps?: readonly DescribedRate[] | null;
		/** Null where the machine cannot; -1: nothing is said. */
		readonly MemorySwappiness?: number | null;
		/** Null where the machine cannot. */
		readonly OomKillDisable?: boolean | null;
		readonly VolumesFrom?: readonly string[] | null;
		/** As `/other:/own/alias`, in the engine's first network alone. */
		readonly Links?: readonly string[] | null;
		/** What was asked for as `source:target:options`. */
		readonly Binds?: readonly string[] | null;
		/** What was asked for in another way. */
		readonly Mounts?: readonly AskedMount[] | null;
	} | null;
	readonly Mounts?: readonly DescribedMount[] | null;
	/** How layers are kept. */
	readonly Driver?: string;
	/** Of which of an image's platforms it is made, where the engine keeps several. */
	readonly ImageManifestDescriptor?: { readonly platform?: DescribedPlatform | null } | null;
	readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, DescribedEndpoint | null>> | null } | null;
};

type DescribedEndpoint = {
	readonly Aliases?: readonly string[] | null;
	/** As `other:alias`. */
	readonly Links?: readonly string[] | null;
	/** Absent in old engines. */
	readonly DNSNames?: readonly string[] | null;
	readonly DriverOpts?: Readonly<Record<string, string>> | null;
	/** Empty while it does not run. */
	readonly MacAddress?: string;
	readonly IPAMConfig?: { readonly IPv4Address?: string; readonly IPv6Address?: string; readonly LinkLocalIPs?: readonly string[] | null } | null;
};

type DescribedRate = { readonly Path?: string; readonly Rate?: number };

type DescribedMount = {
	readonly Type?: string;
	readonly Name?: string;
	readonly Source?: string;
	readonly Destination?: string;
	readonly RW?: boolean;
};

type AskedMount = {
	readonly Type?: string;
	readonly Target?: string;
	readonly BindOptions?: { readonly Propagation?: string } | null;
	readonly VolumeOptions?: { readonly NoCopy?: boolean; readonly Subpath?: string } | null;
	/** The mode is a number as files have it. */
	readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number } | null;
};

export type DescribedPlatform = { readonly os?: string; readonly architecture?: string; readonly variant?: string };

/** What of `GET /images/{name}/json` is compared. */
export type DescribedImage = {
	readonly Id?: string;
	readonly Created?: string;
	readonly Metadata?: { readonly LastTagTime?: string } | null;
	readonly Config?: DescribedConfig | null;
	readonly Os?: string;
	readonly Architecture?: string;
	readonly Variant?: string;
};

type DescribedConfig = {
	readonly Image?: string;
	readonly Env?: readonly string[] | null;
	readonly Cmd?: readonly string[] | string | null;
	readonly Entrypoint?: readonly string[] | string | null;
	readonly Hostname?: string;
	readonly Domainname?: string;
	/** None where the engine has chosen it; newer engines tell of none. */
	readonly MacAddress?: string;
	readonly Tty?: boolean;
	readonly OpenStdin?: boolean;
	readonly StopSignal?: string;
	/** In seconds. */
	readonly StopTimeout?: number | null;
	readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
	readonly User?: string;
	readonly WorkingDir?: string;
	readonly Labels?: Readonly<Record<string, string>> | null;
	readonly Volumes?: Readonly<Record<string, unknown>> | null;
	readonly Healthcheck?: DescribedHealthcheck | null;
};

/** Times are in nanoseconds. */
export type DescribedHealthcheck = {
	readonly Test?: readonly string[] | null;
	readonly Interval?: number;
	readonly Timeout?: number;
	readonly Retries?: number;
	readonly StartPeriod?: number;
	readonly StartInterval?: number;
};

/** Words of a command, which are one text in old images. */
export const wordsOf = (words: readonly string[] | string | null | undefined): readonly string[] => (typeof words === "string" ? [words] : (words ?? []));

/** Names with values of `NAME=value`; without `=` none. */
export const pairsOf = (pairs: readonly string[] | null | undefined): ReadonlyMap<string, string | undefined> =>
	new Map(
		(pairs ?? []).map((pair) => {
			const equals = pair.indexOf("=");
			return equals < 0 ? [pair, undefined] : [pair.slice(0, equals), pair.slice(equals + 1)];
		}),
	);
