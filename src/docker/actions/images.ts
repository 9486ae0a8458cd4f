import type { LocalImage } from "../../engine/image/local-image.ts";
import { type Client, settled } from "../client.ts";
import { isDockerError } from "../errors.ts";
import { maskPasswords } from "../../engine/text/secrets.ts";
import { maskSecrets } from "../mask-secrets.ts";
import { plainText } from "../plain-text.ts";
import { removeUntagged } from "./remove-image.ts";
import { repositoryOf } from "./image-transfers.ts";

export type ImageActions = {
	/** Removes a tag, and the image with its last one; one without a tag by its id. Rejects with `conflict` where a container uses it. */
	remove(reference: string): Promise<void>;
	/** Gives it one more name. */
	tag(reference: string, name: string): Promise<void>;
	/** What it was made of, the last step first. Resolves to what the daemon tells, which older ones tell less of. */
	history(reference: string): Promise<readonly HistoryEntry[]>;
	/** The names with a digest under which registries know it: `registry/repository@sha256:…`. */
	digests(reference: string): Promise<readonly string[]>;
	/** The daemon's own description, secrets masked. */
	inspect(id: string): Promise<unknown>;
	/** The same with its secrets: to be compared, never to be shown or kept. */
	settings(id: string): Promise<unknown>;
	/** Names and tags of all images. */
	tags(): Promise<readonly string[]>;
	/** What a Dockerfile wants to know of an image, by its name as `FROM` has it. */
	describe(name: string): Promise<LocalImage | "absent">;
};

/** One step: `size` in bytes, `created` in seconds since 1970. The id is that of an image where the daemon still has one of it. */
export type HistoryEntry = {
	readonly id?: string;
	readonly createdBy: string;
	readonly comment: string;
	readonly size: number;
	readonly created: number;
	readonly tags: readonly string[];
};

export const imageActions = (client: Client): ImageActions => {
	const { connection, resources } = client;
	return {
		remove: (reference) =>
			connection.use(async ({ api }) => {
				await (reference.startsWith("sha256:") ? removeUntagged(api, reference) : api.getImage(reference).remove());
			}),
		tag: (reference, name) =>
			connection.use(async ({ api }) => {
				await api.getImage(reference).tag(repositoryOf(name));
			}),
		history: (reference) => connection.use(async ({ api }) => ((await api.getImage(reference).history()) as readonly ListedStep[]).map(toStep)),
		digests: async (reference) => {
			const { RepoDigests } = (await connection.use(({ api }) => api.getImage(reference).inspect())) as Inspected;
			return (RepoDigests ?? []).filter((digest) => !digest.startsWith("<none>")).map((digest) => plainText(digest));
		},
		inspect: async (id) => maskSecrets(await connection.use(({ api }) => api.getImage(id).inspect())),
		settings: (id) => connection.use(({ api }) => api.getImage(id).inspect()),
		async tags() {
			await connection.use(() => settled(client, "images"));
			return [...resources.model.images.values()].flatMap(({ tags }) => tags);
		},
		async describe(name) {
			// What is no name could be the path of another question.
			if (!/^[A-Za-z\d][\w.:/@+-]*$/.test(name) || /\.\.|\/\//.test(name)) return "absent";
			try {
				return toLocalImage(name, (await connection.use(({ api }) => api.getImage(name).inspect())) as Inspected);
			} catch (error) {
				if (isDockerError(error) && error.kind === "missing") return "absent";
				throw error;
			}
		},
	};
};

/** What of `GET /images/…/history` is read. */
type ListedStep = {
	readonly Id?: string;
	readonly CreatedBy?: string;
	readonly Comment?: string;
	readonly Size?: number;
	readonly Created?: number;
	readonly Tags?: readonly string[] | null;
};

const toStep = ({ Id = "", CreatedBy, Comment, Size = 0, Created = 0, Tags }: ListedStep): HistoryEntry => ({
	// Steps that came with a pull, or that BuildKit made, are `<missing>`.
	...(/^(?:sha256:)?[\da-f]{64}$/.test(Id) && { id: Id }),
	createdBy: maskPasswords((CreatedBy ?? "").slice(0, 20_000), "••••••"),
	comment: plainText(Comment),
	size: Size,
	created: Created,
	tags: (Tags ?? []).map((tag) => plainText(tag)),
});

/** What of `GET /images/…/json` is read. Every field may be missing: daemons and their versions differ. */
type Inspected = {
	readonly Id?: string;
	readonly RepoDigests?: readonly string[] | null;
	readonly Os?: string;
	readonly Architecture?: string;
	readonly Variant?: string;
	readonly Size?: number;
	readonly Created?: string;
	readonly Config?: {
		readonly User?: string;
		readonly ExposedPorts?: Readonly<Record<string, object>> | null;
		readonly Entrypoint?: readonly string[] | string | null;
		readonly Cmd?: readonly string[] | string | null;
		readonly WorkingDir?: string;
		readonly Volumes?: Readonly<Record<string, object>> | null;
		readonly StopSignal?: string;
		readonly Healthcheck?: { readonly Test?: readonly string[] | null } | null;
	} | null;
};

/** Of lists no more is told. */
const mostListed = 50;

function toLocalImage(name: string, { Id, RepoDigests, Os, Architecture, Variant, Size = 0, Created, Config }: Inspected): LocalImage {
	const { User, ExposedPorts, Entrypoint, Cmd, WorkingDir, Volumes, StopSignal, Healthcheck } = Config ?? {};
	const repository = name
		.replace(/@.*$/, "")
		.replace(/:[^/]*$/, "")
		.replace(/^.*\//, "");
	const ofName = RepoDigests?.find((each) => each.replace(/@.*$/, "").endsWith(repository)) ?? RepoDigests?.[0];
	const test = Healthcheck?.Test?.[0];
	return {
		user: plainText(User),
		ports: Object.keys(ExposedPorts ?? {})
			.slice(0, mostListed)
			.map((port) => plainText(port)),
		entrypoint: wordsOf(Entrypoint),
		cmd: wordsOf(Cmd),
		workdir: plainText(WorkingDir),
		platform: [Os, Architecture, Variant]
			.map((part) => plainText(part))
			.filter(Boolean)
			.join("/"),
		size: Number.isFinite(Size) ? Size : 0,
		created: dayOf(Created),
		digest: plainText(ofName?.replace(/^.*@/, "") ?? Id),
		volumes: Object.keys(Volumes ?? {})
			.slice(0, mostListed)
			.map((path) => plainText(path)),
		stopSignal: plainText(StopSignal),
		hasHealthcheck: test !== undefined && test !== "NONE",
	};
}

const wordsOf = (words: readonly string[] | string | null | undefined): readonly string[] =>
	[words ?? []]
		.flat()
		.slice(0, mostListed)
		.map((word) => plainText(word));

/** Builds that can be repeated date their images with the beginning of time. */
function dayOf(created: string | undefined): LocalImage["created"] {
	const time = Date.parse(created ?? "");
	if (Number.isNaN(time) || time < Date.UTC(2000)) return undefined;
	return { day: new Date(time).toISOString().slice(0, 10), daysAgo: Math.max(0, Math.floor((Date.now() - time) / 86_400_000)) };
}
