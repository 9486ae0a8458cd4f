import { expect, test } from "vitest";
import { ownProject } from "../../../src/engine/compose/own-project.ts";

const lacking = "services:\n  web:\n    ports: ['80:80']\n";
const whole = "services:\n  web:\n    image: nginx:1.27\n";

function paths(own: string, texts: Readonly<Record<string, string>>): { readonly paths: readonly string[]; readonly refused: readonly string[] } {
	const files = {
		text: (path: string) => texts[path.slice("/project/".length)],
		isAbsent: () => true,
		list: () => Object.keys(texts),
		home: undefined,
	};
	const found = ownProject(`/project/${own}`, files, { environment: () => undefined, separator: ":" });
	return { paths: found.paths.map((path) => path.slice("/project/".length)), refused: found.project.refusals.map(({ kind }) => kind) };
}

test.each(["docker-compose-dev.yml", "compose.dev.yaml", "dev.override.yml"])("%s that lacks something is merged over the folder's project", (part) => {
	expect(paths(part, { "compose.yaml": whole, [part]: lacking })).toEqual({ paths: ["compose.yaml", part], refused: [] });
});

test.each(["other.yaml", ".compose-copy.yaml"])("%s is no part by its name", (name) => {
	expect(paths(name, { "compose.yaml": whole, [name]: lacking })).toEqual({ paths: [name], refused: ["noImage"] });
});

test("a part that is refused alone and merged is told as it is alone", () => {
	const texts = { "compose.yaml": "services:\n  web:\n    image: 5\n", "compose.dev.yaml": lacking };

	expect(paths("compose.dev.yaml", texts)).toEqual({ paths: ["compose.dev.yaml"], refused: ["noImage"] });
});

test("a file that is accepted alone is never judged by what it would be merged over", () => {
	expect(paths("compose.dev.yaml", { "compose.yaml": lacking, "compose.dev.yaml": whole })).toEqual({ paths: ["compose.dev.yaml"], refused: [] });
});

test("what the folder's file lacks and another of its files has is not told", () => {
	expect(paths("compose.yaml", { "compose.yaml": lacking, "compose.dev.yaml": whole })).toEqual({ paths: ["compose.yaml"], refused: [] });
});

test("what the folder's file gets wrong is told, whatever another of its files has", () => {
	const texts = { "compose.yaml": `${lacking}    init: perhaps\n`, "compose.dev.yaml": whole };

	expect(paths("compose.yaml", texts).refused).toContain("invalidBoolean");
});

test("what an included file lacks is told where nothing around it has it either", () => {
	const networks = "    networks: [front, back]\nnetworks:\n  back:\n";
	const texts = { "compose.yaml": `include: [part.yaml]\n${whole.replace("web", "api")}`, "part.yaml": whole + networks };

	expect(paths("part.yaml", texts).refused).toEqual(["undefinedNetwork"]);
	expect(paths("part.yaml", { ...texts, "compose.yaml": `${texts["compose.yaml"]}networks:\n  front:\n` }).refused).toEqual([]);
});

test("PWD is the file's folder, wherever the linter was started", () => {
	const files = { text: () => `${whole}    volumes: ["\${PWD}/data:/data"]\n`, isAbsent: () => true, list: () => ["compose.yaml"], home: undefined };
	const { project } = ownProject("/project/compose.yaml", files, { environment: (name) => (name === "PWD" ? "/" : undefined), separator: ":" });

	expect(project.plain).toHaveProperty("services.web.volumes.0.source", "/project/data");
});
