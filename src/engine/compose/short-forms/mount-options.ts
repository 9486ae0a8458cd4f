/** What stands before and behind the first of something; undefined behind where there is none. */
export const split = (text: string, by: string): readonly [string, string | undefined] => {
	const at = text.indexOf(by);
	return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
};

/** What commas part, where a quoted one parts nothing. */
export const csvFields = (text: string): readonly string[] =>
	[...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);

/** One option of `--mount`: `path` is where the long form of a service's volume has it, `own` where the volume itself has it; neither of what a Compose file cannot say. */
export type MountOption = {
	readonly key: string;
	readonly held: string;
	/** As it was typed. */
	readonly part: string;
	readonly path: string | undefined;
	readonly own: string | undefined;
	/** Docker refuses what it does not know. */
	readonly isKnown: boolean;
};

/** The options of `--mount` in their order, as `docker run` reads them. */
export const mountOptions = (text: string): readonly MountOption[] =>
	csvFields(text).map((part) => {
		const [name, held = "true"] = split(part, "=");
		const key = name.toLowerCase();
		const [path, own] = [mountKeys[key], volumeKeys[key]];
		return { key, held, part, path, own, isKnown: path !== undefined || own !== undefined || key === "bind-nonrecursive" };
	});

const mountKeys: { readonly [key: string]: string | undefined } = {
	type: "type",
	source: "source",
	src: "source",
	target: "target",
	destination: "target",
	dst: "target",
	readonly: "read_only",
	ro: "read_only",
	consistency: "consistency",
	"bind-propagation": "bind.propagation",
	"bind-recursive": "bind.recursive",
	"volume-nocopy": "volume.nocopy",
	"volume-subpath": "volume.subpath",
	"image-subpath": "image.subpath",
	"tmpfs-size": "tmpfs.size",
	"tmpfs-mode": "tmpfs.mode",
};

const volumeKeys: { readonly [key: string]: string | undefined } = { "volume-driver": "driver", "volume-opt": "driver_opts", "volume-label": "labels" };
