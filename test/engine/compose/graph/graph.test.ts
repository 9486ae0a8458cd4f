import { expect, test } from "vitest";
import { type Graph, graphOf } from "../../../../src/engine/compose/graph/graph.ts";
import { layOut } from "../../../../src/engine/compose/graph/scene.ts";
import { toDot } from "../../../../src/engine/compose/graph/to-dot.ts";
import { toMermaid } from "../../../../src/engine/compose/graph/to-mermaid.ts";
import { toSvg } from "../../../../src/engine/compose/graph/to-svg.ts";
import { loadProject } from "../../../../src/engine/compose/project.ts";

/** The graph of files, of which the first are merged; each place is the text that stands there. */
function graph(files: Readonly<Record<string, string>>, paths: readonly string[] = ["/shop/compose.yaml"]): Graph<string> {
	const request = { paths, folder: "/shop", environment: () => undefined, profiles: [], name: undefined };
	const { name, model } = loadProject(request, { text: (path) => files[path], isAbsent: () => true, home: undefined });
	return graphOf(name, model, ({ file, at }) => `${file.replace("/shop/", "")}: ${files[file]?.slice(at.start, at.end) ?? ""}`);
}

const graphOfText = (text: string): Graph<string> => graph({ "/shop/compose.yaml": text });

const shop = `services:
  web:
    build: .
    ports: ["8080:80", "127.0.0.1:53:53/udp", "9000"]
    depends_on:
      db: { condition: service_healthy, required: false }
      job: { condition: service_completed_successfully }
    networks: [front, back]
    volumes: ["data:/srv:ro", "./src:/src"]
  db:
    image: postgres:17
    networks: { back: {} }
    volumes: [{ type: volume, source: data, target: /var/lib }]
  job:
    image: busybox
    profiles: [once]
    network_mode: "service:db"
networks: { front: {}, back: { external: true } }
volumes: { data: {} }
`;

test("a service to which nobody is attached unasked says so", () => {
	const text = "services:\n  web: { image: a }\n  noise: { image: b, attach: false }\n  other: { image: c, attach: true }\n";
	expect(graphOfText(text).services.flatMap(({ name, isUnattached }) => (isUnattached ? [name] : []))).toEqual(["noise"]);
});

test("each part has its place, and each dependence its condition", () => {
	const { services, networks, volumes } = graphOfText(shop);
	const at = (text: string): { readonly at: string } => ({ at: `compose.yaml: ${text}` });
	expect(services).toEqual([
		{
			name: "web",
			isMissing: false,
			isBuilt: true,
			profiles: [],
			ports: [
				{ text: "8080 → 80", ...at('"8080:80"') },
				{ text: "127.0.0.1:53 → 53/udp", ...at('"127.0.0.1:53:53/udp"') },
				{ text: "? → 9000", ...at('"9000"') },
			],
			dependsOn: [
				{ service: "db", condition: "healthy", isRequired: false, isInCircle: false, ...at("db") },
				{ service: "job", condition: "completed", isRequired: true, isInCircle: false, ...at("job") },
			],
			networks: [
				{ name: "front", ...at("front") },
				{ name: "back", ...at("back") },
			],
			volumes: [{ name: "data", target: "/srv", isReadOnly: true, ...at('"data:/srv:ro"') }],
			...at("web"),
		},
		{
			name: "db",
			isMissing: false,
			image: "postgres:17",
			isBuilt: false,
			profiles: [],
			ports: [],
			dependsOn: [],
			networks: [{ name: "back", ...at("back") }],
			volumes: [{ name: "data", target: "/var/lib", isReadOnly: false, ...at("{ type: volume, source: data, target: /var/lib }") }],
			...at("db"),
		},
		{
			name: "job",
			isMissing: false,
			image: "busybox",
			isBuilt: false,
			profiles: ["once"],
			ports: [],
			dependsOn: [{ service: "db", condition: "started", isRequired: true, isInCircle: false, ...at('"service:db"') }],
			networks: [],
			volumes: [],
			...at("job"),
		},
	]);
	expect(networks).toEqual([
		{ name: "front", isExternal: false, isMissing: false, ...at("front") },
		{ name: "back", isExternal: true, isMissing: false, ...at("back") },
	]);
	expect(volumes).toEqual([{ name: "data", isExternal: false, isMissing: false, ...at("data") }]);
});

test("a part may be defined in another file than it is used in", () => {
	const { services } = graph(
		{
			"/shop/compose.yaml": "include: [db.yaml]\nservices:\n  web: { image: a, depends_on: [db] }\n",
			"/shop/over.yaml": "services:\n  web: { ports: [80:80] }\n",
			"/shop/db.yaml": "services:\n  db: { image: b }\n",
		},
		["/shop/compose.yaml", "/shop/over.yaml"],
	);
	expect(services.map(({ name, at, ports, dependsOn }) => [name, at, ports[0]?.at, dependsOn[0]?.at])).toEqual([
		["web", "over.yaml: web", "over.yaml: 80:80", "compose.yaml: db"],
		["db", "db.yaml: db", undefined, undefined],
	]);
});

test("the network in which all are is nobody's news, but for those who are in others, too", () => {
	expect(graphOfText("services: { a: { image: a }, b: { image: b } }").networks).toEqual([]);
	const { networks, services } = graphOfText("services: { a: { image: a }, b: { image: b, networks: [back] } }\nnetworks: { back: }");
	expect(networks.map(({ name }) => name)).toEqual(["back", "default"]);
	expect(services[0]?.networks).toEqual([{ name: "default", at: "compose.yaml: a" }]);
});

test("what is not there is shown as missing, and who waits for each other as a circle", () => {
	const { services, volumes, networks } = graphOfText(`services:
  a: { image: a, depends_on: [b, gone] }
  b: { image: b, depends_on: [c] }
  c: { image: c, depends_on: [a], volumes: [gone:/x], networks: [gone] }
  d: { image: d, depends_on: [a, d] }
`);
	expect(services.filter(({ isMissing }) => isMissing).map(({ name }) => name)).toEqual(["gone"]);
	expect([volumes, networks].flatMap((each) => each.filter(({ isMissing }) => isMissing).map(({ name }) => name))).toEqual(["gone", "gone"]);
	const circles = services.flatMap(({ name, dependsOn }) => dependsOn.filter(({ isInCircle }) => isInCircle).map(({ service }) => `${name}-${service}`));
	expect(circles).toEqual(["a-b", "b-c", "c-a", "d-d"]);
});

test("Mermaid", () => {
	expect(toMermaid(graphOfText(shop))).toBe(`flowchart LR
  s0["web<br/>build<br/>8080 → 80<br/>127.0.0.1:53 → 53/udp<br/>#63; → 9000"]
  s1["db<br/>postgres:17"]
  s2["job<br/>busybox<br/>profile: once"]:::profile
  n0{{"front"}}:::network
  n1{{"back"}}:::network
  v0[("data")]:::volume
  s0 -.->|"healthy"| s1
  s0 -->|"completed"| s2
  s0 --- n0
  s0 --- n1
  s0 -.-|"/srv #40;ro#41;"| v0
  s1 --- n1
  s1 -.-|"/var/lib"| v0
  s2 --> s1
  classDef profile stroke-dasharray:4
  classDef missing stroke:#c00,stroke-dasharray:2
  classDef network stroke:#06c
  classDef volume stroke:#060
`);
});

test("DOT", () => {
	expect(toDot(graphOfText(shop))).toBe(`digraph "shop" {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
  s0 [label="web\\nbuild\\n8080 → 80\\n127.0.0.1:53 → 53/udp\\n? → 9000"];
  s1 [label="db\\npostgres:17"];
  s2 [label="job\\nbusybox\\nprofile: once", style="rounded,dashed"];
  n0 [label="front", shape=hexagon, style=solid];
  n1 [label="back", shape=hexagon, style=solid];
  v0 [label="data", shape=cylinder, style=solid];
  s0 -> s1 [label="healthy", style=dashed];
  s0 -> s2 [label="completed"];
  s0 -> n0 [dir=none];
  s0 -> n1 [dir=none];
  s0 -> v0 [label="/srv (ro)", dir=none, style=dashed];
  s1 -> n1 [dir=none];
  s1 -> v0 [label="/var/lib", dir=none, style=dashed];
  s2 -> s1;
}
`);
});

const hostile = `"]; classDef x\\"<script>alert(1)</script>&\`#\u202e\u0007\r\n${"x".repeat(200)}`;
const hostileGraph: Graph<unknown> = {
	name: hostile,
	services: [
		{
			name: hostile,
			isMissing: false,
			isBuilt: false,
			image: hostile,
			profiles: [hostile],
			ports: [{ text: hostile }],
			dependsOn: [{ service: hostile, condition: "started", isRequired: true, isInCircle: true }],
			networks: [{ name: hostile }],
			volumes: [{ name: hostile, target: hostile, isReadOnly: false }],
		},
	],
	networks: [{ name: hostile, isExternal: false, isMissing: false }],
	volumes: [{ name: hostile, isExternal: false, isMissing: false }],
};

test.each([
	["Mermaid", toMermaid(hostileGraph), /[[|("]"(?:[\p{L}\p{N} .:/,_→…-]|#\d+;|<br\/>)*[^"#\p{L}\p{N} .:/,_→…<-]/u],
	["SVG", toSvg(hostileGraph), /<script|&(?!amp;|lt;|gt;|quot;)|[\u202e\u0007]/],
	["DOT", toDot(hostileGraph), /(?<!\\)(?:\\\\)*"\]; classDef|[\u202e\u0007]/],
])("nothing in a name is syntax in %s", (_, text, broken) => {
	expect(text).toContain("script");
	expect(text).not.toMatch(broken);
	expect(text).not.toContain("x".repeat(49));
});

test("an entity in a name is no character for Graphviz", () => {
	const named = { ...hostileGraph, networks: [{ name: "a&lt;b & \\N", isExternal: false, isMissing: false }] };
	expect(toDot(named)).toContain(String.raw`[label="a&amp;lt;b &amp; \\N", shape=hexagon`);
});

test("boxes do not overlap, whichever way it is drawn", () => {
	for (const direction of ["right", "down"] as const) {
		const { nodes, width, height } = layOut(graphOfText(shop), { keepsStates: true, direction });
		for (const [index, one] of nodes.entries()) {
			expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
			for (const other of nodes.slice(index + 1)) {
				const isApart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
				expect(isApart, `${direction}: ${one.id} and ${other.id}`).toBe(true);
			}
		}
	}
});

test("the name of a network that many are in stands in their boxes, and no lines lead to it", () => {
	const services = (count: number): string =>
		Array.from({ length: count }, (_, index) => `  s${index}: { image: a, networks: [back${index === 0 ? ", front" : ""}] }\n`).join("");
	const drawn = (count: number) => {
		const large = graphOfText(`services:\n${services(count)}networks: { back: , front: }\n`);
		const { nodes, links } = layOut(large, { keepsStates: false, direction: "right" });
		return { links: links.length, lines: nodes.find(({ id }) => id === "service:s0")?.lines.map(({ text }) => text) };
	};
	expect(drawn(8)).toEqual({ links: 9, lines: ["s0", "a"] });
	expect(drawn(9)).toEqual({ links: 1, lines: ["s0", "a", "⬡ back"] });
});

test("ten thousand services, each waiting for the next, are put one below the other", () => {
	const services = Array.from({ length: 10_000 }, (_, index) => `  s${index}: { image: a, depends_on: [s${(index + 1) % 10_000}] }\n`);
	const large = graphOfText(`services:\n${services.join("")}`);
	expect(large.services.every(({ dependsOn }) => dependsOn.every(({ isInCircle }) => isInCircle))).toBe(true);
	const { nodes, links } = layOut(large, { keepsStates: true, direction: "down" });
	expect([nodes.length, links.length, new Set(nodes.map(({ x }) => x)).size]).toEqual([10_000, 10_000, 1]);
});
