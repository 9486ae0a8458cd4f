import { describe, expect, test } from "vitest";
import { differencesOf, withSecrets } from "../../../src/engine/run/differences.ts";
import { emptyForm, type RunForm } from "../../../src/engine/run/form.ts";
import { problemsOf, type Surroundings } from "../../../src/engine/run/problems.ts";
import { readVariables } from "../../../src/engine/run/variables.ts";
import { lineOf, wordsOf } from "../../../src/engine/run/words.ts";
import { plainTextOf } from "../../../src/engine/text/message.ts";

const unknown = { project: undefined, service: undefined };
const around: Surroundings = {
	names: new Set(["web", "web-2"]),
	ports: [
		{ port: 8080, protocol: "tcp", ip: "0.0.0.0", container: "web", ...unknown },
		{ port: 8081, protocol: "tcp", ip: "127.0.0.1", container: undefined, ...unknown },
	],
	networks: ["bridge", "host", "none", "shop"],
	cpus: 4,
	memory: 8 * 1024 ** 3,
};

const cases: readonly (readonly [name: string, form: Partial<RunForm>, problems: readonly string[]])[] = [
	["nothing", {}, []],
	["no image", { image: " " }, ["image: Name an image, such as “nginx:1.29”."]],
	["a name that is taken", { name: "web" }, ["name: Another container has this name: “web-3” is free."]],
	[
		"a name that is none",
		{ name: "-x" },
		["name: A name has two characters at least: letters, digits, “_”, “.” and “-”, and begins with a letter or a digit."],
	],
	["a port that a container holds", { ports: ["8080:80"] }, ["ports 0: The container “web” publishes port 8080: 8082 is free."]],
	["at another address, too", { ports: ["127.0.0.1:8080:80"] }, ["ports 0: The container “web” publishes port 8080: 8082 is free."]],
	["by another protocol it is free", { ports: ["8080:80/udp"] }, []],
	["a port that a program holds", { ports: ["8081:80"] }, ["ports 0: A program of this machine listens on port 8081: 8082 is free."]],
	["but at another address it is free", { ports: ["127.0.0.2:8081:80"] }, []],
	["a port twice", { ports: ["9000:80", "9000:81"] }, ["ports 1: Port 9000 is published twice."]],
	["a port on all addresses, and on one of them", { ports: ["127.0.0.1:9000:80", "9000:81"] }, ["ports 1: Port 9000 is published twice."]],
	[
		"a port that is none",
		{ ports: ["http:80", ""] },
		[
			"ports 0: “http” is no port on the host: those are whole numbers up to 65535, or two with a “-” between them.",
			"ports 1: Say a port, such as “8080:80”, or remove the row.",
		],
	],
	[
		"a port in the host's network",
		{ ports: ["9000:80"], network: "host" },
		["ports 0: In the network “host” no port can be published: remove the ports, or choose another network."],
	],
	[
		"variables",
		{
			environment: [
				{ name: "A", value: "1" },
				{ name: "A", value: "" },
				{ name: "B C", value: "" },
				{ name: "", value: "x" },
			],
		},
		[
			"environment 1: “A” is there twice: the engine would take one of them.",
			"environment 2: There is no blank and no “=” in the name of a variable.",
			"environment 3: A variable needs a name; remove the row where there is none.",
		],
	],
	[
		"mounts",
		{
			mounts: [
				"data:/data",
				"./x:/x:ro",
				"/anonymous",
				"type=tmpfs,target=/t",
				"C:\\x:/y",
				'type=volume,"volume-opt=o=addr=1.2.3.4,rw",dst=/nfs',
				"type=bind,src=/x,dst=/q,ro,bind-nonrecursive",
			],
		},
		[],
	],
	[
		"mounts that are none",
		{ mounts: ["data:data", "da ta:/x", "a1:/data", "b1:/data", "ab:/cd:ro:ef", "type=volume,source=x", "type=bind,source=/x,target=/y,colour=red"] },
		[
			"mounts 0: “data” is no path from the root on: where in the container is it to be?",
			"mounts 1: “da ta” is no name of a volume; a folder's path begins with “/” or “./”.",
			"mounts 3: Something else is mounted at “/data” already.",
			"mounts 4: “ab:/cd:ro:ef” has too many colons for “SOURCE:TARGET:OPTIONS”.",
			"mounts 5: “” is no path from the root on: where in the container is it to be?",
			"mounts 6: “--mount” has no option “colour”: correct it, or leave it out.",
		],
	],
	["a network that is not there", { network: "shopp" }, ["network: There is no network “shopp”: choose one of the list, or create it first."]],
	["networks that are", { network: "container:web" }, []],
	[
		"a restart policy",
		{ restart: "on-failure:x" },
		["restart: This is “no”, “always”, “unless-stopped”, “on-failure”, or that with how often at most: “on-failure:5”."],
	],
	[
		"--rm and a restart policy",
		{ restart: "always", removesItself: true },
		["restart: One that is removed when it ends cannot be started again: leave out one of the two."],
	],
	[
		"sizes",
		{ memory: "1m", shm: "much", cpus: "5", gpus: "some" },
		[
			"memory: Engines want 6m at least.",
			"shm: This has to be a size such as “512m” or “2g”.",
			"cpus: The engine's machine has 4, and refuses more.",
			"gpus: This is “all”, how many, or which: “device=0,1”.",
		],
	],
	["sizes that are right", { memory: "1.5g", shm: "64m", cpus: ".5", gpus: "device=0,1" }, []],
	["more memory than there is", { memory: "9g" }, ["memory?: This is more than the engine's machine has."]],
	["an open quotation mark", { command: "sh -c 'x" }, ["command: A quotation mark is open: close it, or write a “\\” before it."]],
];

test.each(cases.map(([name, form, problems]) => ({ name, form, problems })))(
	"what is wrong is said at its field, and what to do: $name",
	({ form, problems }) => {
		const said = problemsOf({ ...emptyForm, image: "nginx", ...form }, around);
		expect(said.map(({ field, row, text, isWarning }) => `${field}${row === undefined ? "" : ` ${row}`}${isWarning ? "?" : ""}: ${plainTextOf(text)}`)).toEqual(
			problems,
		);
	},
);

describe("the words of a command", () => {
	test.each([
		["", []],
		["a  b\tc", ["a", "b", "c"]],
		["'a b' \"c d\"e ''", ["a b", "c de", ""]],
		[`echo $HOME "\\$x" a\\ b`, ["echo", "$HOME", "$x", "a b"]],
		["it\\'s; a > b | c", ["it's;", "a", ">", "b", "|", "c"]],
		["'open", undefined],
	] as const)("%j", (text, words) => {
		expect(wordsOf(text)).toEqual(words);
	});

	test("come back from what is written of them", () => {
		const words = ["plain", "", "it's", '"', "a b", "$x", "`y`", "\\", "line\nline", "ü"];
		expect(wordsOf(lineOf(words))).toEqual(words);
	});
});

test("a file with variables is read as docker run reads it", () => {
	const text = '\ufeff# comment\r\nA=1\r\n  B="two" # all of it\n\nC=\nFROM\nABSENT\n';
	expect(readVariables(text, (name) => (name === "FROM" ? "outside" : undefined))).toEqual({
		variables: [
			{ name: "A", value: "1" },
			{ name: "B", value: '"two" # all of it' },
			{ name: "C", value: "" },
			{ name: "FROM", value: "outside" },
		],
	});
	const { problem } = readVariables("A=1\nB C=2", () => undefined);
	expect(problem && plainTextOf(problem)).toBe("line 2 has no name of a variable before its “=”");
});

test("what changes is told without secrets", () => {
	const before: RunForm = {
		...emptyForm,
		image: "app:1",
		ports: ["80"],
		environment: [
			{ name: "A", value: "1" },
			{ name: "DB_PASSWORD", value: "old-s3cret" },
		],
	};
	const after: RunForm = {
		...before,
		image: "app:2",
		ports: ["80", "81"],
		readOnly: true,
		environment: [
			{ name: "A", value: "2" },
			{ name: "DB_PASSWORD", value: "new-s3cret" },
			{ name: "URL", value: "db://me:hidden@host" },
		],
	};
	expect(differencesOf(before, after)).toEqual([
		{ field: "image", gone: ["app:1"], came: ["app:2"] },
		{ field: "ports", gone: [], came: ["81"] },
		{ field: "environment", gone: ["A=1", "DB_PASSWORD=••••••"], came: ["A=2", "DB_PASSWORD=••••••", "URL=••••••"] },
		{ field: "readOnly", gone: [], came: ["✓"] },
	]);
	expect(withSecrets(after, () => "").environment.map(({ value }) => value)).toEqual(["2", "", ""]);
});
