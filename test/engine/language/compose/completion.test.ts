import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { composeCompletionsAt, type ComposeCompletionContext, composeWantsAt } from "../../../../src/engine/language/compose/completion/completion.ts";
import { say } from "../../../../src/engine/text/message.ts";
import { withCursor } from "./cursor.ts";

const nothing: ComposeCompletionContext = {
	project: [],
	officials: [{ label: "nginx", kind: "image" }],
	entries: [],
	images: [],
	variables: new Map(),
	dockerfile: undefined,
	imagePorts: [],
	extended: undefined,
	hasKeys: false,
	isAsked: true,
};

/** The texts of the file with each of the first completions. */
function completed(marked: string, context: Partial<ComposeCompletionContext> = {}): readonly string[] {
	const { file, offset } = withCursor(marked);
	const found = composeCompletionsAt(file, offset, { ...nothing, project: [file], ...context }) ?? [];
	return found
		.map((each, index) => ({ each, index }))
		.toSorted((one, other) => (one.each.rank ?? 0) - (other.each.rank ?? 0) || one.index - other.index)
		.map(({ each }) => each.text ?? each.label);
}

const web = "services:\n  db:\n    image: postgres:17\n  web:\n";

test.each([
	["at the top", "‸", ["name: ", "include:\n  - ", "services:\n  "]],
	["below a service", `${web}    im‸`, ["develop:\n  ", "deploy:\n  "]],
	["where a key stands already it is left out, and its colon is not written twice", "services:\n  db:\n    im‸: x\n    build: .\n", ["develop", "deploy"]],
	["deeper", `${web}    healthcheck:\n      ‸`, ["disable: ", "interval: "]],
	["in items", `${web}    ports:\n      - tar‸`, ["name: ", "mode: "]],
	["in items at the level of their key", `${web}    volumes:\n    - type: bind\n      ‸`, ["source: ", "target: "]],
	["in brackets", `${web}    healthcheck: {‸`, ["disable: ", "interval: "]],
	["in brackets behind others", `${web}    healthcheck: {disable: true, ‸}`, ["interval: ", "retries: "]],
	["in brackets over lines", `${web}    healthcheck: {\n      disable: true,\n      ‸\n`, ["interval: ", "retries: "]],
	["below x-", "x-base: &base\n  ‸", ["develop:\n  ", "deploy:\n  "]],
	[
		"with the file's own indentation",
		"services:\n    web:\n        healthcheck:\n            test: x\n    db:\n        dep‸",
		["develop:\n    ", "deploy:\n    "],
	],
	["with tabs and a carriage return", "services:\r\n  web:\r\n    healthcheck:\r\n      ‸\r\n", ["disable: ", "interval: "]],
])("keys %s", (_name, marked, expected) => {
	expect(completed(marked).slice(0, expected.length)).toEqual(expected);
});

test.each([
	["an enumeration", `${web}    restart: ‸`, ['"no"', "always", "unless-stopped", "on-failure", "on-failure:3"]],
	["a blank is written where it is missing", `${web}    init:‸`, [" true", " false"]],
	["a condition", `${web}    depends_on:\n      db:\n        condition: service_‸`, ["service_started", "service_healthy", "service_completed_successfully"]],
	["services, but not the own one", `${web}    depends_on:\n      - ‸`, ["db"]],
	["services in brackets", `${web}    depends_on: [‸]`, ["db"]],
	["services in brackets of another line", `${web}    depends_on:\n      [‸]`, ["db"]],
	["services before a colon that is there", `${web}    depends_on:\n      d‸:\n        required: true`, ["db"]],
	["volumes before a path that is there", `${web}    volumes:\n      - d‸:/data\nvolumes:\n  data:\n`, ["data", "type: "]],
	["names before a value that is there", `services:\n  db:\n    image: adminer\n    environment: [ADMINER_D‸=x]`, ["ADMINER_DEFAULT_SERVER"]],
	["in brackets a blank is written where it is missing", `services: {web: {init:‸}}`, [" true", " false"]],
	["anchors in brackets", `x-a: &first {}\nx-b: &second {}\n${web}    <<: [*first, ‸]`, ["*second"]],
	["of what an alias uses it as", `x-log: &log\n  driver: ‸\n${web}    logging: *log\n`, ["json-file", "local"]],
	["the first word of a check", `${web}    healthcheck:\n      test: ["‸", "true"]`, ["CMD", "CMD-SHELL"]],
	["services as keys, and as items", `${web}    depends_on:\n      ‸`, ["db:", "- db"]],
	["services behind service:", `${web}    network_mode: ser‸`, ["service:db", "bridge", "host", "none", "service:", "container:"]],
	["networks", `${web}    networks:\n      - ‸\nnetworks:\n  front:\n  back:\n`, ["front", "back"]],
	["volumes", `${web}    volumes:\n      - ‸\nvolumes:\n  data:\n`, ["data:", "type: "]],
	["secrets", `${web}    secrets:\n      - source: ‸\nsecrets:\n  key: {file: x}\n`, ["key"]],
	["profiles", `${web}    profiles: [debug]\n  x:\n    profiles: ["‸"]\n`, ["debug"]],
	["anchors", `x-a: &first {}\nx-b: &second {}\n${web}    <<: ‸`, ["*first", "*second"]],
	["anchors behind their sign", `x-a: &first {}\n${web}    logging: *‸`, ["*first"]],
	["networks that are used and not defined", `${web}    networks: [back]\nnetworks:\n  ‸`, ["back:"]],
	[
		"variables of the image",
		`${web.replace("web:\n", "")}services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_P‸`,
		["POSTGRES_PASSWORD: "],
	],
	["images", `${web}    image: ‸`, ["nginx"]],
	["signals", `${web}    stop_signal: ‸`, ["SIGTERM"]],
])("values: %s", (_name, marked, expected) => {
	expect(completed(marked).slice(0, expected.length)).toEqual(expected);
});

test.each([
	["what a list has already", `${web}    depends_on:\n      - db\n      - ‸`],
	["what a list in brackets has behind", `${web}    depends_on: [‸, db]`],
	["keys where a list has begun", `${web}    depends_on:\n      - db\n      ‸`],
	["items where a mapping has begun", `${web}    depends_on:\n      db: {}\n      ‸`],
	["names as what a name has", `${web}    depends_on:\n      db: ‸`],
	["networks as what a network has", `${web}    networks: {front: ‸}\nnetworks: {front: , back: }`],
	["words of a list where others follow", `${web}    healthcheck:\n      test: ["CMD", "‸"]`],
	["a volume behind its colon", `${web}    volumes:\n      - "data:‸"\nvolumes:\n  data:\n`],
	["folders in place of a name", `${web}    build:\n      additional_contexts:\n        - base=‸`],
	["values in place of an anchor", `${web}    restart: &policy‸`],
	["keys further left than the others", `${web}    image: nginx\n   ‸`],
	["keys further right than the others", `${web}    healthcheck:\n      retries: 3\n        ‸`],
	["keys below a value", `${web}    build: .\n      ‸`],
	["keys of services for what is none", `x-environment: &environment\n  A: b\n  ‸`],
	["own services where a file is named behind", `${web}    extends: {service: ‸, file: base.yaml}`],
	["keys in a list in brackets", `${web}    ports: [‸]`],
	["words over lines", `${web}    depends_on: [\n      d\n      b‸\n    ]\n`],
	["what would end a text", `${web}    command: |\n      echo\n    ‸\n      more\n`],
])("never: %s", (_name, marked) => {
	expect(completed(marked)).toEqual([]);
});

test("variables", () => {
	const variables = new Map([["TAG", say`x`]]);
	expect(completed(`${web}    image: nginx:\${‸`, { variables })).toEqual(["TAG}"]);
	expect(completed(`${web}    image: nginx:\${T‸:-1}`, { variables })).toEqual(["TAG"]);
	expect(completed(`${web}    image: nginx:$‸`, { variables })).toEqual(["TAG"]);
	expect(completed(`${web}    command: echo $$‸`, { variables })).toEqual([]);
	expect(completed(`${web}    # \${‸`, { variables })).toEqual([]);
	expect(completed(`${web}    command: it's # \${‸`, { variables })).toEqual([]);
	expect(completed(`${web}    command: "a # \${‸"`, { variables })).toEqual(["TAG}"]);
	expect(completed(`${web}    command: |\n      # \${‸`, { variables })).toEqual(["TAG}"]);
	expect(completed("services:\n  $‸:\n    image: a\n", { variables })).toEqual([]);
});

test("stages, arguments, ports and paths, as far as somebody tells them", () => {
	const dockerfile = { stages: ["build", "prod"], arguments: ["VERSION"], ports: ["80"] };
	const build = "services:\n  web:\n    build:\n      context: app\n";
	expect(composeWantsAt(parse(`${build}      target: \n`), `${build}      target: `.length)).toMatchObject({ dockerfile: "app/Dockerfile" });
	expect(completed(`${build}      target: ‸`, { dockerfile })).toEqual(["build", "prod"]);
	expect(completed(`${build}      args:\n        ‸`, { dockerfile }).slice(0, 1)).toEqual(["VERSION: "]);
	expect(completed(`${build}    ports:\n      - ‸`, { dockerfile }).slice(0, 2)).toEqual(['"8080:80"', '"80:80"']);
	const entries = [
		{ name: "conf", isFolder: true },
		{ name: "x.env", isFolder: false },
	];
	const { file, offset } = withCursor(`${build}    env_file: ./a/‸`);
	expect(composeWantsAt(file, offset).folder).toBe("./a/");
	expect(completed(`${build}    env_file: ./a/‸`, { entries })).toEqual(["x.env", "conf/"]);
	expect(completed(`${build}    volumes:\n      - ./‸:/etc`, { entries })).toEqual(["x.env", "conf/"]);
});

test("a blank alone brings up what has to follow, and nothing that Enter would take unasked", () => {
	expect(completed(`${web}    restart: ‸`, { isAsked: false })).toContain("always");
	expect(completed(`${web}    depends_on:\n      - ‸`, { isAsked: false })).toEqual(["db"]);
	expect(completed(`${web}    depends_on: [‸]`)).toEqual(["db"]);
	expect(completed(`${web}    ‸`, { isAsked: false })).toEqual([]);
	expect(completed(`${web}    command: echo ‸`, { isAsked: false })).toEqual([]);
});

test.each(["# ‸", "services:\n  web:\n    command: |\n      ima‸", 'services:\n  web:\n    command: "a\n      ima‸"', "services:\n  web:\n    image: a # ‸"])(
	"nothing in %j",
	(marked) => {
		expect(completed(marked)).toEqual([]);
	},
);

test("what somebody has begun and not closed does not reach the next entry", () => {
	expect(completed("services:\n  web:\n    depends_on: [\n    restart: ‸\n")).toContain("always");
	expect(completed('services:\n  web:\n    hostname: "x\n    restart: ‸\n')).toContain("always");
});
