import { expect, test } from "vitest";
import { composeHover, type ComposeHoverContext } from "../../../../src/engine/language/compose/hovers/hover.ts";
import { loadProject } from "../../../../src/engine/compose/project.ts";
import { say } from "../../../../src/engine/text/message.ts";
import { withCursor } from "./cursor.ts";

/** What is told at the `‸` in the first of the files, whose names are paths in one folder. */
function told(files: Readonly<Record<string, string>>, context: Partial<ComposeHoverContext> = {}): string | undefined {
	const [name = ""] = Object.keys(files);
	const marked = files[name] ?? "";
	const { file, offset } = withCursor(marked);
	const texts = new Map(Object.entries({ ...files, [name]: file.text }).map(([each, text]) => [`/shop/${each}`, text]));
	const request = { paths: [...texts.keys()], folder: "/shop", environment: () => undefined, profiles: [], name: undefined };
	const { model } = loadProject(request, { home: "/", text: (path) => texts.get(path), isAbsent: () => true });
	return composeHover(file, offset, undefined, {
		variable: () => undefined,
		model,
		path: `/shop/${name}`,
		shown: (path) => path.replace("/shop/", ""),
		project: [file],
		describeImage: (image) => ({ about: [say`Image ${image}`] }),
		isExplained: false,
		describePort: (port) => say`Port ${port}.`,
		...context,
	})?.markdown;
}

const only = (text: string, context?: Partial<ComposeHoverContext>): string | undefined => told({ "compose.yaml": text }, context);

test("a key with what follows from its value", () => {
	const text = only("services:\n  web:\n    image: a\n    rest‸art: always\n");
	expect(text).toContain("**`restart`** When the engine starts the container again by itself.");
	expect(text).toContain("- **`always`** Started again whenever it ends");
	expect(text).toContain("- `no` A container that has ended stays so");
	expect(only("services:\n  web:\n    restart: un‸less-stopped\n")).toBe("`unless-stopped` The same, and one that was stopped by hand stays so");
	expect(only("services:\n  web:\n    <<: {heal‸thcheck: {}}\n")).toContain("How the engine finds out");
	expect(only("x-a: &a\n  read_‸only: true\nservices:\n  web:\n    image: b\n    <<: *a\n")).toContain("cannot be changed");
});

test.each([
	["a name and what is named", "services:\n  web:\n    depends_on: [d‸b]\n  db:\n    image: postgres:17\n", "Service `db`\n\n- It runs `postgres:17`."],
	["what defines it", "services:\n  d‸b:\n    build: ./db\n", "Service `db`\n\n- Nothing in this project names it.\n- It is built from `./db/Dockerfile`."],
	["what nobody defines", "services:\n  web:\n    networks: [ba‸ck]\n", "Network `back`\n\n- No file of this project defines it."],
	["an anchor", "x-a: &all {a: 1, b: 2}\nservices: {web: {labels: *al‸l}}\n", "Anchor `all`\n\n- Used once in this file.\n- It has `a` and `b`."],
	["an image", "services:\n  web:\n    image: ngi‸nx:1\n", "Image nginx:1"],
	[
		"a port",
		'services:\n  web:\n    ports: ["127.0.0.1:80‸80:80"]\n',
		"Port `80` of the container, on port `8080` of the machine.\n\nOnly programs of the machine itself reach it.\n\nPort 80.",
	],
])("%s", (_name, text, expected) => {
	expect(only(text)).toBe(expected);
});

test("variables: the value, who says so, and what stands there without it; secrets are not shown", () => {
	const known = new Map(
		Object.entries({ TAG: "1.27", DB_PASSWORD: "hunter2", URL: "http://me:hunter2@db/", EMPTY: "" }).map(([name, value]) => [
			name,
			{ value, origin: say`From here.` },
		]),
	);
	const tell = (value: string): string | undefined => only(`services:\n  web:\n    hostname: "${value}"\n`, { variable: (name) => known.get(name) });
	expect(tell("${TA‸G:-1}")).toBe("`TAG` = `1.27`\n\nFrom here.\n\nWithout it, `1` would stand here.");
	expect(tell("${NO‸NE:-${TAG}}")).toBe("`NONE` is not set\n\nSo `1.27` stands here.");
	expect(tell("$NO‸NE")).toContain("So nothing stands here, and Compose warns of it.");
	expect(tell("${NO‸NE:?no}")).toContain("So Compose refuses the file.");
	expect(tell("${EM‸PTY:-x}")).toContain("So `x` stands here.");
	expect(tell("$DB_PASS‸WORD")).toBe("`DB_PASSWORD` = `••••••`\n\nFrom here.");
	expect(tell("$UR‸L")).not.toContain("hunter2");
});

test("what another file, what it extends or an anchor makes of it", () => {
	const base = "services:\n  web:\n    image: a\n    rest‸art: always\n    environment:\n      A: 1\n";
	expect(told({ "compose.yaml": base, "compose.override.yaml": "services:\n  web:\n    restart: 'no'\n" })).toContain(
		"In the project it is `no`, by `compose.override.yaml`.",
	);
	const environment = base.replace("‸", "").replace("environ", "environ‸");
	expect(told({ "compose.yaml": environment, "compose.override.yaml": "services:\n  web:\n    environment: {B: 2, API_TOKEN: hunter2}\n" })).toContain(
		"Other places say of it: `API_TOKEN=••••••` (`compose.override.yaml`) and `B=2` (`compose.override.yaml`).",
	);
	expect(told({ "compose.yaml": base })).not.toContain("In the project");
	expect(told({ "compose.yaml": environment })).not.toContain("Other places");
});

test.each(["# ‸", "", "services:\n  web:\n    x-own‸: 1\n", "services: [‸", "a: b: ‸c"])("nothing of %j", (text) => {
	expect(only(text.includes("‸") ? text : `${text}‸`)).toBeUndefined();
});

test("secrets are shown neither by way of other variables nor in what a command is given", () => {
	const variable = (name: string) => (name === "DB_PASSWORD" ? { value: "hunter2", origin: say`From here.` } : undefined);
	const one = (command: string) => only(`services:\n  web:\n    command: "${command}"\n`, { variable });
	expect(one("${‸A:-${DB_PASSWORD}}")).toContain("So `••••••` stands here.");
	expect(one("${‸A-x${DB_PASSWORD:-y}z}")).toContain("So `x••••••z` stands here.");
	expect(one("${‸DB_PASSWORD+x${DB_PASSWORD}}")).toContain("So `••••••` stands here in its place.");
	expect(only("services:\n  web:\n    environment:\n      PASSWORD: &own hunter2\n      TOKEN: *ow‸n\n")).not.toContain("hunter2");
	const merged = (command: string) => told({ "a.yaml": "services:\n  web:\n    comm‸and: x\n", "b.yaml": `services:\n  web:\n    command: ${command}\n` });
	expect(merged("serve --password=hunter2 --requirepass hunter2 --port 80")).toContain("`serve --password=•••••• --requirepass •••••• --port 80`");
	expect(merged('env PGPASSWORD="hunter2" psql --token-file a')).toContain("`env PGPASSWORD=•••••• psql --token-file a`");
	expect(merged("serve ${DB_PASSWORD:-hunter2}")).toContain("`serve ${DB_PASSWORD:-hunter2}`");
	const list = told({
		"a.yaml": "services:\n  web:\n    comm‸and: [x]\n",
		"b.yaml": "services:\n  web:\n    command: [serve, --password, hunter2, --user, me]\n",
	});
	expect(list).toContain("`••••••` (`b.yaml`), `--user` (`b.yaml`) and `me`");
});
