import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { type Refactoring, refactoringsAt } from "../../../../src/engine/language/compose/refactor/refactorings.ts";
import { plainTextOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

type Files = Readonly<Record<string, string>>;

/** What is offered where the text has its `‸`. */
function offeredAt(marked: string, files: Files = {}): { readonly text: string; readonly offers: readonly Refactoring[] } {
	const [before = "", after = ""] = marked.split("‸");
	const [text, at] = [before + after, { start: before.length, end: before.length }];
	const read = (path: string): string | undefined => files[path.replace("/shop/", "")];
	const around = {
		path: "/shop/compose.yaml",
		environment: () => undefined,
		files: { home: undefined, text: read, isAbsent: (path: string) => read(path) === undefined },
	};
	return { text, offers: refactoringsAt(parse(text), at, around) };
}

/** The text and the created file after what is offered by that name. */
function after(marked: string, title: string, files?: Files): string {
	const { text, offers } = offeredAt(marked, files);
	const found = offers.find((offer) => plainTextOf(offer.title) === title);
	if (!found) return `not offered: ${offers.map((offer) => plainTextOf(offer.title)).join(", ") || "nothing"}`;
	const created = found.creates ? `--- ${found.creates.path}\n${found.creates.text}` : "";
	return applyEdits(text, found.edits) + created;
}

const service = (lines: string): string => `services:\n  web:\n    image: nginx\n${lines.replace(/^/gm, "    ")}\n`;
/** With the mark in front of the key. */
const at = (key: string, text: string): string => text.replace(`${key}:`, `‸${key}:`);

test.each<[key: string, title: string, back: string, one: string, other: string]>([
	[
		"environment",
		"as a mapping",
		"as a list",
		"environment:\n  - A=b # ours\n  # more\n  - PORT=8080\n  - V=1.10\n  - E=\n  - HOST",
		'environment:\n  A: b # ours\n  # more\n  PORT: 8080\n  V: "1.10"\n  E: ""\n  HOST:',
	],
	[
		"environment",
		"as a mapping",
		"as a list",
		'environment:\n  - "A=b"\n  - \'B=c d\'\n  - "E="\n  - "N=a\\nb"\n  - F="quoted"\n  - U=${X:-1}/😀',
		'environment:\n  A: "b"\n  B: \'c d\'\n  E: \'\'\n  N: "a\\nb"\n  F: "\\"quoted\\""\n  U: ${X:-1}/😀',
	],
	["environment", "as a mapping", "as a list", "environment: [A=b, B]", "environment: {A: b, B: }"],
	["networks", "as a mapping", "as a list", "networks: [one, two]", "networks: {one: , two: }"],
	[
		"labels",
		"as a mapping",
		"as a list",
		"labels:\n  - com.example.shop=web\n  - traefik.http.routers.web.rule=Host(`shop.example`)",
		"labels:\n  com.example.shop: web\n  traefik.http.routers.web.rule: Host(`shop.example`)",
	],
	[
		"extra_hosts",
		"as a mapping",
		"as a list",
		"extra_hosts:\n  - db:10.0.0.1\n  - host.docker.internal:host-gateway",
		"extra_hosts:\n  db: 10.0.0.1\n  host.docker.internal: host-gateway",
	],
	["networks", "as a mapping", "as a list", "networks:\n  - front\n  - back # inside", "networks:\n  front:\n  back: # inside"],
	[
		"ports",
		"in the long form",
		"in the short form",
		'ports:\n  - "8080:80" # web\n  - 127.0.0.1:53:53/udp\n  - \'8443:443\'\n  - "9000"',
		"ports:\n  - target: 80\n    published: \"8080\" # web\n  - target: 53\n    published: 53\n    host_ip: 127.0.0.1\n    protocol: udp\n  - target: 443\n    published: '8443'\n  - target: 9000",
	],
	[
		"volumes",
		"in the long form",
		"in the short form",
		"volumes:\n  - ./html:/html:ro\n  - data:/data\n  - /cache",
		"volumes:\n  - type: bind\n    source: ./html\n    target: /html\n    read_only: true\n    bind:\n      create_host_path: true\n  - type: volume\n    source: data\n    target: /data\n    volume: {}\n  - type: volume\n    target: /cache\n    volume: {}",
	],
	["build", "in the long form", "in the short form", "build: ./web # ours", "build:\n  context: ./web # ours"],
	["secrets", "in the long form", "in the short form", "secrets:\n  - key", "secrets:\n  - source: key"],
	["command", "as a list", "as text", 'command: nginx -g "daemon off;" # stays', 'command: ["nginx", "-g", "daemon off;"] # stays'],
	["dns", "as a list", "as text", "dns: 1.1.1.1", "dns: [1.1.1.1]"],
	[
		"command",
		"as a block of lines",
		"in one line",
		'command: "one: two three four five six seven eight\\nnine" # why',
		"command: |- # why\n  one: two three four five six seven eight\n  nine",
	],
])("%s %s and back", (key, title, back, one, other) => {
	const tops = "networks:\n  front:\n  back:\nvolumes:\n  data:\nsecrets:\n  key: { file: ./key }\n";
	const [first, second] = [service(one) + tops, service(other) + tops];
	expect(after(at(key, first), `Write “${key}” ${title}`)).toBe(second);
	expect(after(at(key, second), `Write “${key}” ${back}`)).toBe(first);
	const windows = (text: string): string => text.replaceAll("\n", "\r\n");
	expect(after(at(key, windows(first)), `Write “${key}” ${title}`)).toBe(windows(second));
});

test("lists that stand in their key's column, and the conditions of dependencies", () => {
	const list =
		"services:\n  web:\n    image: nginx\n    depends_on:\n    - db # first\n    - cache\n    profiles:\n    - all\n  db:\n    image: postgres\n  cache:\n    image: redis\n";
	const mapping = list.replace(
		"    - db # first\n    - cache\n",
		"      db: # first\n        condition: service_started\n      cache:\n        condition: service_started\n",
	);
	expect(after(at("depends_on", list), "Write “depends_on” as a mapping")).toBe(mapping);
	expect(after(at("depends_on", mapping), "Write “depends_on” as a list")).toBe(list);
});

test("one port that is selected", () => {
	const text = service('ports:\n  - "‸8080:80"\n  - "8081:81"');
	expect(after(text, "Write “ports” in the long form")).toBe(service('ports:\n  - target: 80\n    published: "8080"\n  - "8081:81"'));
});

describe("what several services have", () => {
	const logging = "    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n";
	const text = `# shop\nservices:\n  web:\n    image: nginx\n${logging}  db:\n    image: postgres\n${logging}`;

	test("is shared by an anchor and written out again", () => {
		const shared = text.replace("logging:", "logging: &logging").replace(/(db:\n.*\n)[^]*$/, "$1    logging: *logging\n");
		expect(after(at("logging", text), "Share “logging” with the services that have the same, by an anchor")).toBe(shared);
		expect(after(shared.replace("*logging", "‸*logging"), "Write out “*logging” wherever it stands")).toBe(text);
	});

	test("is shared by an extension and written out again", () => {
		const block = logging.replace("    logging:\n", "").replaceAll(/^ {4}/gm, "");
		const shared = `x-logging: &logging\n${block}\n${text.replaceAll(logging, "    logging: *logging\n")}`;
		expect(after(at("logging", text), "Share “logging” with the services that have the same, by an extension")).toBe(shared);
		expect(after(shared.replace("*logging", "‸*logging"), "Write out “*logging” wherever it stands")).toBe(text);
	});
});

test("variables move to a file of their own and back", () => {
	const text = service('environment:\n  # who\n  USER: shop\n  NAME: "the shop"');
	const moved = service("env_file: web.env");
	const file = '# who\nUSER=shop\nNAME="the shop"\n';
	expect(after(at("environment", text), "Move “environment” to “web.env”")).toBe(`${moved}--- /shop/web.env\n${file}`);
	expect(after(at("env_file", moved), "Write the variables of “web.env” into “environment”", { "web.env": file })).toBe(text);
	expect(offeredAt(at("environment", text), { "web.env": "" }).offers.map(({ creates }) => creates)).not.toContainEqual(expect.anything());
});

test("a service moves to a file of its own and back", () => {
	const text =
		"# shop\nservices:\n  web:\n    image: nginx\n    depends_on: [db]\n\n  # ours\n  db:\n    image: postgres\n    volumes: [data:/var/lib/postgresql]\nvolumes:\n  data:\n";
	const left = "include:\n  - compose.db.yaml\n\n# shop\nservices:\n  web:\n    image: nginx\n    depends_on: [db]\nvolumes:\n  data:\n";
	const file = "services:\n  # ours\n  db:\n    image: postgres\n    volumes: [data:/var/lib/postgresql]\n";
	expect(after(text.replace("  db:", "  ‸db:"), "Move the service “db” to “compose.db.yaml”")).toBe(`${left}--- /shop/compose.db.yaml\n${file}`);
	expect(after(left.replace("compose.db", "‸compose.db"), "Take the service of “compose.db.yaml” into this file", { "compose.db.yaml": file })).toBe(text);
});

test.each([
	["a port with a variable, which may be several things", service('ports:\n  - "‸${PORT}:80"')],
	["a command with a variable, which may be several words", service("command: ‸run ${ARGS}")],
	["what is reset", service("environment: !reset\n  - ‸A=b")],
	["an item that is an alias", `x-a: &a A=b\n${service("environment:\n  - ‸*a")}`],
	["a mapping that merges another", `x-a: &a { A: b }\n${service("environment:\n  ‸<<: *a\n  B: c")}`],
	["comments inside what becomes shorter", service("ports:\n  - ‸target: 80\n    # why\n    published: 8080")],
	["what could not be taken back", service("environment:\n  ‸A:    b")],
	["a file that is broken", service("environment:\n  - ‸A=b\n  B: [")],
	["a number that would be another", service("labels:\n  ‸a:  0x10")],
	["a healthcheck that says how", service('healthcheck:\n  test: ["CMD", ‸"true"]')],
	["nothing", "‸"],
])("%s is left alone", (_, text) => expect(offeredAt(text).offers.map((offer) => plainTextOf(offer.title))).toEqual([]));

describe("what would take too long to try is not offered", () => {
	const services = (count: number, lines: (index: number) => string): string =>
		`services:\n${Array.from({ length: count }, (_, index) => `  s${index}:\n    image: a\n${lines(index)}`).join("")}`;
	const offers = (text: string): number => offeredAt(text.replace("command:", "‸command:")).offers.length;

	test("in a long file", () => {
		const command = (): string => "    command: a b\n";
		expect(offers(services(100, command))).toBeGreaterThan(0);
		expect(offers(services(6000, command))).toBe(0);
	});

	test("in a project that is longer than its file", () => {
		const first = "services:\n  s0:\n    image: a\n    command: a b\n";
		const chain = (count: number): string =>
			first + Array.from({ length: count }, (_, index) => `  s${index + 1}:\n    extends: s${index}\n    labels: [l${index}=]\n`).join("");
		expect(offers(chain(20))).toBeGreaterThan(0);
		expect(offers(chain(600))).toBe(0);
	});
});
