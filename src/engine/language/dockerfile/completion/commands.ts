import { showing } from "./about.ts";
import { type Draft, saying, toText } from "../../completion.ts";
import { stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { type System, systemOf } from "../system.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Cursor } from "../cursor.ts";
import { flagCompletions } from "./flags.ts";
import { toSnippet } from "../../completion.ts";

type ShellCursor = Extract<Cursor, { readonly kind: "shell" }>;

/** Commands that package managers want to be written in one way, for the system of the stage's image. At a command's beginning only: the rest is the shell's. */
export function commandCompletions(file: Dockerfile, cursor: ShellCursor): readonly Draft[] | undefined {
	const { instruction, outer, isCommand, isFirst, heredoc, typed } = cursor;
	if (instruction.keyword !== "RUN" || !isCommand) return undefined;
	const stage = stageOf(file, outer);
	const system = stage && systemOf(file, stage);
	const isInFlags = isFirst && !heredoc && typed === "";
	const commands = idioms.filter(
		({ systems, mount, lines }) =>
			(!systems || !system || systems.includes(system)) &&
			(!mount || isFirst) &&
			!(mount && heredoc) &&
			// There are no mounts on Windows, and not every shell knows `&&`.
			!(system === "windows" && (mount || lines.length > 1)),
	);
	return [
		...commands.map(({ label, about, lines, mount }): Draft => {
			const text = lines.join(heredoc ? "\n" : ` && ${toSnippet(file.escape)}\n    `);
			const snippet = (mount ? mount.map((each) => `--mount=${each} `).join("") : "") + text;
			return { label, kind: "command", snippet, filter: label, detail: toText(lines[0] ?? ""), about: showing(toText(snippet), saying(about)), rank: 1 };
		}),
		...(isInFlags ? flagCompletions(file, cursor).map((draft): Draft => ({ ...draft, rank: 5 })) : []),
	];
}

type Idiom = {
	readonly label: string;
	readonly about: Message;
	/** As snippets; each is a command, and the next runs where it succeeds. */
	readonly lines: readonly string[];
	/** Absent: any. */
	readonly systems?: readonly System[];
	/** Mounts that it needs, so that it can only stand first. */
	readonly mount?: readonly string[];
};

const apt: readonly System[] = ["debian"];
const rpm: readonly System[] = ["rpm"];
const apk: readonly System[] = ["alpine"];

const idioms: readonly Idiom[] = [
	{
		label: "apt-get install",
		systems: apt,
		about: say`Fetches the lists and installs in one layer, without what is only recommended, and leaves no lists behind.`,
		lines: ["apt-get update", "apt-get install -y --no-install-recommends ${1:packages}", "rm -rf /var/lib/apt/lists/*"],
	},
	{
		label: "apt-get install (cache mounts)",
		systems: apt,
		mount: ["type=cache,target=/var/cache/apt,sharing=locked", "type=cache,target=/var/lib/apt,sharing=locked"],
		about: say`Keeps lists and packages in the builder's cache. Debian's and Ubuntu's images throw packages away unless \`/etc/apt/apt.conf.d/docker-clean\` is removed first.`,
		lines: ["rm -f /etc/apt/apt.conf.d/docker-clean", "apt-get update", "apt-get install -y --no-install-recommends ${1:packages}"],
	},
	{ label: "apk add", systems: apk, about: say`Installs without keeping the index in the layer.`, lines: ["apk add --no-cache ${1:packages}"] },
	{
		label: "apk add (build tools, removed)",
		systems: apk,
		about: say`What is only needed to build is removed in the same layer.`,
		lines: ["apk add --no-cache --virtual .build-deps ${1:packages}", "${2:command}", "apk del .build-deps"],
	},
	{
		label: "dnf install",
		systems: rpm,
		about: say`Installs without weak dependencies, and leaves no cache behind.`,
		lines: ["dnf install -y --setopt=install_weak_deps=False ${1:packages}", "dnf clean all"],
	},
	{
		label: "microdnf install",
		systems: rpm,
		about: say`For the minimal images of Red Hat.`,
		lines: ["microdnf install -y --nodocs ${1:packages}", "microdnf clean all"],
	},
	{
		label: "pip install (cache mount)",
		mount: ["type=cache,target=/root/.cache/pip"],
		about: say`Keeps what pip fetches in the builder's cache, and out of the image.`,
		lines: ["pip install -r ${1:requirements.txt}"],
	},
	{ label: "pip install", about: say`Keeps pip's cache out of the layer.`, lines: ["pip install --no-cache-dir -r ${1:requirements.txt}"] },
	{
		label: "uv sync (cache mount)",
		mount: ["type=cache,target=/root/.cache/uv"],
		about: say`Installs exactly what the lock file says.`,
		lines: ["uv sync --locked --no-dev"],
	},
	{
		label: "npm ci (cache mount)",
		mount: ["type=cache,target=/root/.npm"],
		about: say`Installs exactly what the lock file says, and keeps what is fetched in the builder's cache.`,
		lines: ["npm ci ${1:--omit=dev}"],
	},
	{ label: "npm ci", about: say`Installs exactly what the lock file says.`, lines: ["npm ci ${1:--omit=dev}", "npm cache clean --force"] },
	{
		label: "pnpm install (cache mount)",
		mount: ["type=cache,target=/root/.local/share/pnpm/store"],
		about: say`Installs exactly what the lock file says, and keeps what is fetched in the builder's cache.`,
		lines: ["pnpm install --frozen-lockfile"],
	},
	{
		label: "yarn install (cache mount)",
		mount: ["type=cache,target=/usr/local/share/.cache/yarn"],
		about: say`Installs exactly what the lock file says, and keeps what is fetched in the builder's cache.`,
		lines: ["yarn install --frozen-lockfile"],
	},
	{
		label: "go build (cache mounts)",
		mount: ["type=cache,target=/go/pkg/mod", "type=cache,target=/root/.cache/go-build"],
		about: say`Keeps modules and compiled packages in the builder's cache.`,
		lines: ['CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o ${1:/bin/app} ${2:.}'],
	},
	{
		label: "cargo build (cache mounts)",
		mount: ["type=cache,target=/usr/local/cargo/registry", "type=cache,target=target"],
		about: say`Keeps crates and compiled code in the builder's cache; what the image needs is copied out of it.`,
		lines: ["cargo build --release --locked", "cp target/release/${1:app} /usr/local/bin/"],
	},
	{
		label: "mvn package (cache mount)",
		mount: ["type=cache,target=/root/.m2"],
		about: say`Keeps what Maven fetches in the builder's cache.`,
		lines: ["mvn -B package -DskipTests"],
	},
	{
		label: "useradd",
		systems: ["debian", "rpm"],
		about: say`A user of the system without a home, whose number Kubernetes can check.`,
		lines: ["useradd --system --uid ${1:10001} --no-create-home --shell /usr/sbin/nologin ${2:app}"],
	},
	{
		label: "adduser",
		systems: apk,
		about: say`A user of the system without a password or home, whose number Kubernetes can check.`,
		lines: ["adduser -S -D -H -u ${1:10001} ${2:app}"],
	},
];
