import { expect, test } from "vitest";
import { type JsonValue, templateOf, valueAt, valuesIn } from "../../src/extension/inspect/json-values.ts";
import { linksIn, type InspectedKind } from "../../src/extension/inspect/links.ts";

const read = (described: unknown): readonly JsonValue[] => valuesIn(JSON.stringify(described, undefined, 2));

const container = {
	Id: "abc",
	Image: "sha256:0123456789abcdef",
	Config: {
		Image: "nginx:1.27",
		Labels: { "com.example.x": 'a "quoted" \\ value', "": "none" },
		Env: ["A=1", 'B={"x": [1, 2]}'],
		Empty: {},
		None: [],
		Tty: false,
	},
	Mounts: [
		{ Type: "volume", Name: "data" },
		{ Type: "bind", Name: "no", Source: "/x" },
	],
	HostConfig: { NetworkMode: "container:fedcba9876543210", IpcMode: "private", Memory: 42 },
	NetworkSettings: { Networks: { "my-net": { NetworkID: "n1" }, none: { NetworkID: "" } } },
};

test.each([
	["nginx:1.27", "{{.Config.Image}}"],
	['a "quoted" \\ value', '{{index .Config.Labels "com.example.x"}}'],
	["A=1", "{{index .Config.Env 0}}"],
	["data", "{{(index .Mounts 0).Name}}"],
	["n1", '{{(index .NetworkSettings.Networks "my-net").NetworkID}}'],
	["42", "{{.HostConfig.Memory}}"],
	["false", "{{.Config.Tty}}"],
	["none", '{{index .Config.Labels ""}}'],
])("the path of %s is %s", (text, wanted) => {
	const value = read(container).find(({ inner }) => inner?.text === text);
	expect(value && templateOf(value)).toBe(wanted);
});

test("all values have a path, and a place that holds them", () => {
	const text = JSON.stringify(container, undefined, 2);
	for (const { path, inner } of valuesIn(text)) {
		const held: unknown = path.reduce<unknown>((within, step) => (within as Record<string | number, unknown>)[step], container);
		if (inner) expect(inner.text).toBe(String(held));
		else expect(typeof held).toBe("object");
	}
	expect(
		read(container)
			.filter(({ inner }) => !inner)
			.map(templateOf),
	).toEqual(expect.arrayContaining(["{{json .}}", "{{json .Config}}", "{{json .Config.Empty}}", "{{json .Config.None}}", "{{json (index .Mounts 0)}}"]));
});

test("the value at a place is the innermost: also on its name", () => {
	const text = JSON.stringify(container, undefined, 2);
	const at = (part: string): string => templateOf(valueAt(valuesIn(text), text.indexOf(part) + 2) ?? expect.fail(part));
	expect(at('"Memory"')).toBe("{{.HostConfig.Memory}}");
	expect(at('"Mounts"')).toBe("{{json .Mounts}}");
	expect(at('"A=1"')).toBe("{{index .Config.Env 0}}");
	expect(valuesIn("")).toEqual([]);
	expect(() => valuesIn('{"a": [1, {"b"')).not.toThrow();
});

test.each<[InspectedKind, unknown, readonly string[]]>([
	["container", container, ["image sha256:0123456789abcdef", "image nginx:1.27", "volume data", "container fedcba9876543210", "network n1"]],
	["network", { Id: "n1", Containers: { abc: { Name: "web", EndpointID: "e" } } }, ["container abc"]],
	["image", { Id: "sha256:1", Parent: "sha256:2", Config: { Image: "not a link" } }, ["image sha256:2"]],
	["volume", { Name: "data", Mountpoint: "/var" }, []],
])("what a %s leads to", (kind, described, wanted) => {
	expect(linksIn(kind, read(described)).map((link) => `${link.kind} ${link.id}`)).toEqual(wanted);
});
