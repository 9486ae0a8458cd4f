import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { composeFolds } from "../../../../src/engine/language/compose/folding.ts";
import { hostsIn } from "../../../../src/engine/language/compose/hosts.ts";
import { composeLinks } from "../../../../src/engine/language/compose/links.ts";
import { namesIn } from "../../../../src/engine/language/compose/names.ts";
import { composeOutline } from "../../../../src/engine/language/compose/outline.ts";
import type { OutlineEntry } from "../../../../src/engine/language/outline-entry.ts";
import { composeSelectionsAt } from "../../../../src/engine/language/compose/selection.ts";
import { composeVariables } from "../../../../src/engine/language/compose/variables.ts";
import { drawn } from "../dockerfile/cursor.ts";
import { withCursor } from "./cursor.ts";

const signs = { service: "s", network: "n", volume: "v", secret: "c", config: "f", model: "m", profile: "p", anchor: "a" };

/** The text with each name between signs; what defines it in double ones. */
const named = (text: string): string =>
	drawn(
		text,
		namesIn(parse(text)).map(({ start, end, kind, role, file }) => {
			const sign = role === "definition" ? signs[kind].toUpperCase() : signs[kind];
			return { start, end, signs: [`${sign}‹`, file === undefined ? "›" : `›${file}`] as const };
		}),
	);

test("services are named by other services", () => {
	expect(
		named(`services:
  web:
    depends_on: [db, "cache", "\${DB:-db}", "\${DB}", "\${DB:-\${OTHER}}"]
    links:
      - db:database
    extends: base
    network_mode: service:vpn
    pid: "service:\${DB-db}"
    ipc: host
    volumes_from: [db:ro, container:other]
    build:
      additional_contexts:
        base: service:base
        other: ./other
  db:
    depends_on:
      cache:
        condition: service_started
    build:
      additional_contexts: [base=service:web]
    extends:
      file: other.yaml
      service: base
`),
	).toBe(`services:
  S‹web›:
    depends_on: [s‹db›, "s‹cache›", "\${DB:-s‹db›}", "\${DB}", "\${DB:-\${OTHER}}"]
    links:
      - s‹db›:database
    extends: s‹base›
    network_mode: service:s‹vpn›
    pid: "service:\${DB-s‹db›}"
    ipc: host
    volumes_from: [s‹db›:ro, container:other]
    build:
      additional_contexts:
        base: service:s‹base›
        other: ./other
  S‹db›:
    depends_on:
      s‹cache›:
        condition: service_started
    build:
      additional_contexts: [base=service:s‹web›]
    extends:
      file: other.yaml
      service: s‹base›other.yaml
`);
});

test("networks, volumes, secrets, configs, models, profiles and anchors", () => {
	expect(
		named(`x-all: &all
  networks: [back]
  <<: [*more]
services:
  web:
    <<: *all
    networks:
      front:
        aliases: [db]
    volumes:
      - data:/data
      - ./data:/other
      - \${DATA}:/third
      - /anonymous
      - {type: volume, source: data, target: /x}
      - {type: bind, source: data, target: /x}
    secrets: [key, {source: key, target: x}]
    configs:
      - source: settings
    models:
      llm: {endpoint_var: X}
    profiles: ["debug"]
    build: {context: ., secrets: [key]}
networks: {front: , back: }
volumes:
  data:
secrets:
  key: {file: ./key}
configs: {settings: {content: x}}
models: {llm: {model: ai/x}}
`),
	).toBe(`x-all: &A‹all›
  networks: [n‹back›]
  <<: [*a‹more›]
services:
  S‹web›:
    <<: *a‹all›
    networks:
      n‹front›:
        aliases: [db]
    volumes:
      - v‹data›:/data
      - ./data:/other
      - \${DATA}:/third
      - /anonymous
      - {type: volume, source: v‹data›, target: /x}
      - {type: bind, source: data, target: /x}
    secrets: [c‹key›, {source: c‹key›, target: x}]
    configs:
      - source: f‹settings›
    models:
      m‹llm›: {endpoint_var: X}
    profiles: ["p‹debug›"]
    build: {context: ., secrets: [c‹key›]}
networks: {N‹front›: , N‹back›: }
volumes:
  V‹data›:
secrets:
  C‹key›: {file: ./key}
configs: {F‹settings›: {content: x}}
models: {M‹llm›: {model: ai/x}}
`);
});

test("an alias of itself, and many aliases, are read once", () => {
	expect(named("x-a: &a [*a]\nservices: *a\n")).toBe("x-a: &A‹a› [*a‹a›]\nservices: *a‹a›\n");
	const bomb = `x-0: &l0 {a: b}\n${Array.from({ length: 60 }, (_, level) => `x-${level + 1}: &l${level + 1} [*l${level}, *l${level}, *l${level}]`).join("\n")}\nservices: {web: {labels: *l60}}\n`;
	expect(namesIn(parse(bomb)).filter(({ kind }) => kind === "anchor")).toHaveLength(61 + 180 + 1);
});

test("hosts in addresses", () => {
	const text = `services:
  web:
    environment:
      URL: postgres://me:secret@db:5432/shop?x=http://cache/
      DB_HOST: db
      BROKERS: "kafka:9092,zoo:2181"
      TEXT: db
    command: wait-for db:5432
`;
	const file = parse(text);
	expect(
		drawn(
			text,
			hostsIn(file).map((each) => ({ ...each, signs: ["‹", "›"] as const })),
		),
	).toBe(`services:
  web:
    environment:
      URL: postgres://me:secret@‹db›:5432/shop?x=http://‹cache›/
      DB_HOST: ‹db›
      BROKERS: "‹kafka›:9092,‹zoo›:2181"
      TEXT: db
    command: wait-for db:5432
`);
});

const tree = (entries: readonly OutlineEntry[], depth = 0): string =>
	entries.map(({ name, detail, kind, children }) => `${"  ".repeat(depth)}${name} (${kind}) ${detail}\n${tree(children, depth + 1)}`).join("");

test("the outline", () => {
	expect(
		tree(composeOutline(parse("name: shop\nservices:\n  web: {image: nginx, ports: [80]}\n  db:\n    build: ./db\n  x:\nvolumes:\n  data: {driver: local}\n"))),
	).toBe(
		`name (setting) shop
services (file)·
  web (stage) nginx
    image (setting) nginx
    ports (setting)·
  db (stage) build ./db
    build (setting) ./db
  x (stage)·
volumes (file)·
  data (label) local
    driver (setting) local
`.replaceAll("·", " "),
	);
});

test("folds", () => {
	const text = "# one\n# two\nservices:\n  web:\n    ports: [\n      80\n    ]\n    # region x\n    image: a\n    # endregion\n";
	const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length - 1;
	expect(composeFolds(parse(text)).map(({ start, end, kind }) => [lineOf(start), lineOf(end), kind])).toEqual([
		[0, 1, "comment"],
		[2, 8, undefined],
		[3, 8, undefined],
		[4, 5, undefined],
		[7, 8, "region"],
	]);
});

test("selections", () => {
	const { file, offset } = withCursor('services:\n  web:\n    image: "nginx:${TA‸G:-1}"\n');
	expect(composeSelectionsAt(file, offset).map(({ start, end }) => file.text.slice(start, end))).toEqual([
		"TAG",
		"${TAG:-1}",
		"nginx:${TAG:-1}",
		'"nginx:${TAG:-1}"',
		'image: "nginx:${TAG:-1}"',
		'web:\n    image: "nginx:${TAG:-1}"',
		'services:\n  web:\n    image: "nginx:${TAG:-1}"',
		'services:\n  web:\n    image: "nginx:${TAG:-1}"\n',
	]);
});

test("variables, those in defaults of others too", () => {
	const text = "services:\n  web:\n    image: $A/${B:-${C}x}:$$D\n    command: |\n      echo ${E?no}\n";
	expect(composeVariables(parse(text)).map(({ name, operator, other, at }) => [name, operator, other, text.slice(at.start, at.end)])).toEqual([
		["A", undefined, "", "A"],
		["B", ":-", "${C}x", "B"],
		["C", undefined, "", "C"],
		["E", "?", "no", "E"],
	]);
});

test("links", () => {
	const text = `include: [a.yaml, {path: [b.yaml], env_file: c.env}]
services:
  web:
    image: \${IMAGE:-nginx}:1
    build: {context: ./app, dockerfile: docker/Dockerfile}
    env_file: [.env, {path: "\${UNSET}.env"}]
    volumes: [./conf:/etc, data:/data, {type: bind, source: ./x, target: /x}]
  db: {build: ./db}
  other: {build: "https://github.com/x/y.git"}
secrets: {key: {file: ./key.txt}}
`;
	expect(
		composeLinks(parse(text), () => undefined).map((link) => `${text.slice(link.start, link.end)} → ${link.kind === "image" ? link.url : link.path}`),
	).toEqual([
		"a.yaml → a.yaml",
		"b.yaml → b.yaml",
		"c.env → c.env",
		"${IMAGE:-nginx}:1 → https://hub.docker.com/_/nginx",
		"./app → app/docker/Dockerfile",
		"docker/Dockerfile → app/docker/Dockerfile",
		".env → .env",
		"./conf → ./conf",
		"./x → ./x",
		"./db → db/Dockerfile",
		"./key.txt → ./key.txt",
	]);
});
