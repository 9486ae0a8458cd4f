import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBusybox } from "../../scripts/engine/images.mjs";
import { creationOf } from "../../src/engine/language/compose/containers/creation.ts";
import { runLineOfForm } from "../../src/engine/language/compose/containers/run-line.ts";
import { emptyForm, type RunForm } from "../../src/engine/run/form.ts";
import { readVariables } from "../../src/engine/run/variables.ts";
import { client, outside } from "./own-engine.ts";

// What the form of *Run…* asks of the engine, and what the line makes that it shows.

const docker = client();
const image = "hullwright-form:one";
const prefix = "hullwright-form-";
const folder = mkdtempSync(join(tmpdir(), "hullwright-form-"));
const envFile = join(folder, "some variables.env");
const shell = (line: string): string => execFileSync("sh", ["-c", line], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

beforeAll(async () => {
	writeFileSync(envFile, '# of a file\nFILE=1\nMODE=of the file\nQUOTED="kept"\n');
	await importBusybox(
		{ env: process.env },
		[image],
		[
			'ENTRYPOINT ["/bin/sh", "-c"]',
			'CMD ["sleep 600"]',
			"ENV MODE=production",
			"EXPOSE 8080",
			"VOLUME /from-image",
			"USER nobody",
			"HEALTHCHECK --interval=7s --retries=2 CMD true",
		],
	);
	shell(`docker network create ${prefix}net`);
}, 60_000);

afterAll(async () => {
	const mine = await outside.listContainers({ all: true, filters: { name: [prefix] } });
	await Promise.all(mine.map(({ Id }) => outside.getContainer(Id).remove({ force: true, v: true })));
	shell(`docker network rm ${prefix}net; docker volume rm -f ${prefix}data ${prefix}made; docker image rm -f ${image}`);
	rmSync(folder, { recursive: true });
});

/** Each field is in one of them at least. */
const kinds: readonly (readonly [name: string, change: Partial<RunForm>])[] = [
	["as the image is", {}],
	[
		"in a network, limited and locked",
		{
			mode: "dit",
			removesItself: true,
			ports: ["127.0.0.1:48201:80", "48202:53/udp", "9000"],
			mounts: [`${prefix}data:/data`, "/tmp:/host:ro", "/anonymous"],
			network: `${prefix}net`,
			memory: "64m",
			cpus: "0.5",
			shm: "128m",
			init: true,
			readOnly: true,
			user: "1000:1000",
		},
	],
	[
		"with variables and a health check",
		{
			mode: "di",
			envFiles: [envFile],
			environment: [
				{ name: "MODE", value: 'it\'s $5 "now"' },
				{ name: "EMPTY", value: "" },
				{ name: "LINES", value: "a\nb" },
			],
			restart: "on-failure:3",
			healthCommand: "test -e '/tmp' && true",
			healthInterval: "1m30s",
			healthTimeout: "2s",
			healthStart: "500ms",
			healthRetries: "9",
			command: "'sleep 500; echo \"$HOME\"'",
		},
	],
	[
		"with mounts, without a network and a health check",
		{
			mode: "dt",
			mounts: [
				"type=bind,source=/tmp,target=/bound,readonly",
				"type=tmpfs,target=/small,tmpfs-size=1048576,tmpfs-mode=1770",
				"type=volume,target=/named",
				`type=volume,source=${prefix}data,target=/kept,volume-nocopy`,
				`type=volume,source=${prefix}made,target=/made,volume-driver=local,volume-opt=type=tmpfs,volume-opt=device=tmpfs,"volume-opt=o=size=1m,uid=1000"`,
				"type=bind,source=/tmp,target=/alone,bind-recursive=disabled",
			],
			network: "none",
			noHealthcheck: true,
			entrypoint: "sleep",
			command: "600",
		},
	],
	[
		"in the host's network, a part of its health check changed",
		{ network: "host", healthInterval: "3s", restart: "unless-stopped", entrypoint: "/bin/sh -c", command: "'sleep 600'" },
	],
	["with a range of ports", { ports: ["48203-48204:7000-7001", "[::1]:48205:80"], restart: "always", memory: "1g", cpus: "1.5" }],
];

type Told = Readonly<Record<string, unknown>>;
type Inspected = {
	readonly Id: string;
	readonly Config: Told;
	readonly HostConfig: Told;
	readonly NetworkSettings: { readonly Networks: Readonly<Record<string, Told>> };
	readonly Mounts: readonly Told[];
};

/** What `inspect` says but ids, times, places and addresses that the engine gives anew. */
function toCompare({ Id, Config, HostConfig, NetworkSettings, Mounts }: Inspected): unknown {
	const { Hostname, AttachStdin: _in, AttachStdout: _out, AttachStderr: _error, StdinOnce: _once, Entrypoint, Cmd, ...config } = Config;
	const { ConsoleSize: _size, RestartPolicy: policy, ...rest } = HostConfig;
	// An engine may keep that nothing is said of it, which means the same.
	const host: Told = { ...rest, RestartPolicy: { ...(policy as Told), Name: (policy as Told)["Name"] || "no" } };
	const networks = Object.entries(NetworkSettings.Networks).map(([name, endpoint]) => {
		const { IPAMConfig, Links, Aliases, DriverOpts, GwPriority } = endpoint;
		return [name, { IPAMConfig, Links, DriverOpts, GwPriority, Aliases: ((Aliases ?? []) as string[]).filter((alias) => alias !== Id.slice(0, 12)) }];
	});
	const mounts = Mounts.map(({ Name: name, Source: _source, ...mount }): Told => ({
		...mount,
		Name: /^[\da-f]{64}$/.test(String(name)) ? "unnamed" : name,
	})).sort((one, two) => (String(one["Destination"]) < String(two["Destination"]) ? -1 : 1));
	return {
		config: {
			...withoutEmpty(config),
			// A command line has but one word for the entry point.
			program: [...((Entrypoint ?? []) as string[]), ...((Cmd ?? []) as string[])],
			// The last of a name counts.
			Env: Object.fromEntries(((config["Env"] ?? []) as string[]).map((text) => [text.replace(/=[^]*/, ""), text])),
			...(Hostname !== Id.slice(0, 12) && { Hostname }),
		},
		// The CLI sends them in any order.
		host: withoutEmpty({ ...host, Binds: ((host["Binds"] ?? []) as string[]).toSorted() }),
		networks: Object.fromEntries(networks) as unknown,
		mounts,
	};
}

/** Nothing, an empty list and an empty mapping are the same to the engine. */
const withoutEmpty = <Of>(of: Of): Of =>
	JSON.parse(
		JSON.stringify(of, (_key, value: unknown) =>
			value === null || value === false || value === "" || (typeof value === "object" && Object.keys(value).length === 0) ? undefined : value,
		),
	) as Of;

test("every field is asked of the engine here", () => {
	const asked = new Set(kinds.flatMap(([, change]) => Object.keys(change)));
	// The engine has no GPU; what it is told of one is compared without it.
	expect(Object.keys(emptyForm).filter((field) => !asked.has(field))).toEqual(["image", "name", "gpus"]);
});

test.concurrent.each(kinds.map(([name, change], index) => ({ name, change, index })))(
	"what is run $name is what the line runs",
	async ({ change, index }) => {
		const form: RunForm = { ...emptyForm, image, name: `${prefix}${index}`, ...change };
		const texts = await Promise.all(form.envFiles.map((path) => readFile(path, "utf8")));
		const variables = texts.flatMap((text) => readVariables(text, () => undefined).variables);
		const ours = await taken(await docker.containers.run(creationOf(form, variables)));
		const { stdout } = await promisify(execFile)("sh", ["-c", runLineOfForm(form) ?? ""]);
		expect(toCompare(ours)).toEqual(toCompare(await taken(stdout.trim())));
	},
	60_000,
);

/** Removed, so that its name and ports are free. */
async function taken(id: string): Promise<Inspected> {
	const inspected = await outside.getContainer(id).inspect();
	await outside.getContainer(id).remove({ force: true, v: true });
	return inspected as unknown as Inspected;
}
