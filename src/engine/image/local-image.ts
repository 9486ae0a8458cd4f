/** What an engine tells of an image that it has: plain data, so that a client can send it. */
export type LocalImage = {
	/** By name or number, with its group; empty for root. */
	readonly user: string;
	/** `80/tcp` */
	readonly ports: readonly string[];
	readonly entrypoint: readonly string[];
	readonly cmd: readonly string[];
	/** Empty where it sets none. */
	readonly workdir: string;
	/** `linux/arm64/v8` */
	readonly platform: string;
	/** In bytes. */
	readonly size: number;
	/** The day, as in `2026-11-26`, and how many days ago that was; undefined where the image does not say, or says the beginning of time, as reproducible builds do. */
	readonly created: { readonly day: string; readonly daysAgo: number } | undefined;
	/** That of the registry where it is known, else the image's own. */
	readonly digest: string;
	readonly volumes: readonly string[];
	/** Empty where it sets none. */
	readonly stopSignal: string;
	readonly hasHealthcheck: boolean;
};

/** An image as far as an engine knows it: undefined where there is none to ask. */
export type LocalImageAnswer = LocalImage | "absent" | undefined;
