import { chmodSync, existsSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { hullwright, inFolder } from "./command-line.ts";

const plain = "FROM a\nRUN b && \\\n    c\n";
const rough = "from   a\nRUN  b && \\\n c\n\n\n\n\nUSER d";
const tidy = "FROM a\nRUN b && \\\n    c\n\n\nUSER d\n";

test("fmt formats the Dockerfiles of a folder in place, and tells which", async () => {
	inFolder({ Dockerfile: rough, "sub/plain.Dockerfile": plain, "compose.yaml": "a: b\n", "node_modules/Dockerfile": rough });
	expect(await hullwright(["fmt"])).toEqual({ exitCode: 0, output: "Dockerfile: formatted\n1 file formatted; 2 files are as they should be\n", errors: "" });
	expect([readFileSync("Dockerfile", "utf8"), readFileSync("node_modules/Dockerfile", "utf8")]).toEqual([tidy, rough]);
	expect(await hullwright(["fmt", "--check"])).toEqual({ exitCode: 0, output: "3 files are as they should be\n", errors: "" });
});

test("fmt formats bake files, and leaves those that cannot be read", async () => {
	inFolder({
		".editorconfig": "[sub/*]\nindent_style = tab\n",
		"docker-bake.hcl": 'target "a" {\n tags=["b"]\n}',
		"sub/bake.hcl": 'target "a" {\n tags=["b"]\n}\n',
		"broken.bake.hcl": 'target "a" {\n tags=["b"\n',
		"docker-bake.json": "{ }",
	});
	expect(await hullwright(["fmt"])).toEqual({
		exitCode: 0,
		output: "docker-bake.hcl: formatted\nsub/bake.hcl: formatted\n2 files formatted; 1 file is as it should be\n",
		errors: "broken.bake.hcl:3: the file is left as it is, for this cannot be read\n",
	});
	expect(readFileSync("docker-bake.hcl", "utf8")).toBe('target "a" {\n  tags = ["b"]\n}\n');
	expect(readFileSync("sub/bake.hcl", "utf8")).toBe('target "a" {\n\ttags = ["b"]\n}\n');
	expect((await hullwright(["fmt", "--stdin-filename", "bake.hcl"], "a=1\n")).output).toBe("a = 1\n");
});

test("fmt formats Compose files, by EditorConfig's width or their own, and leaves those that cannot be read", async () => {
	inFolder({
		".editorconfig": "[sub/*]\nindent_size = 4\n",
		"compose.yaml": "services:\n   a:\n      image:   b # c\n      ports: [1,2]",
		"sub/docker-compose.yml": "services:\n  a:\n    image: b\n",
		"compose.broken.yaml": "services:\n  a: [\n",
	});
	expect(await hullwright(["fmt"])).toEqual({
		exitCode: 0,
		output: "compose.yaml: formatted\nsub/docker-compose.yml: formatted\n2 files formatted; 1 file is as it should be\n",
		errors: "compose.broken.yaml:2: the file is left as it is, for this cannot be read\n",
	});
	expect(readFileSync("compose.yaml", "utf8")).toBe("services:\n   a:\n      image: b # c\n      ports: [1, 2]\n");
	expect(readFileSync("sub/docker-compose.yml", "utf8")).toBe("services:\n    a:\n        image: b\n");
	expect((await hullwright(["fmt", "--stdin-filename", "compose.yaml"], "a:  b\n")).output).toBe("a: b\n");
});

test("--check changes nothing and fails where something is not formatted", async () => {
	inFolder({ Dockerfile: rough, "b.Dockerfile": rough });
	expect(await hullwright(["fmt", "--check"])).toEqual({
		exitCode: 1,
		output: "Dockerfile: is not formatted\nb.Dockerfile: is not formatted\n2 files are not formatted\n",
		errors: "",
	});
	expect(readFileSync("Dockerfile", "utf8")).toBe(rough);
});

test("--diff prints what would change, which --check then counts", async () => {
	inFolder({ Dockerfile: "FROM  a\n" });
	const output = "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,1 +1,1 @@\n-FROM  a\n+FROM a\n";
	expect(await hullwright(["fmt", "--diff"])).toEqual({ exitCode: 0, output, errors: "" });
	expect(await hullwright(["fmt", "--diff", "--check", "Dockerfile"])).toEqual({ exitCode: 1, output, errors: "" });
	expect(readFileSync("Dockerfile", "utf8")).toBe("FROM  a\n");
});

test("standard input goes to standard output, as the file that it stands for", async () => {
	inFolder({ ".editorconfig": "[*]\nindent_style = tab\n", ".hullwright.yaml": "formatOperators: first\nignore: [left.Dockerfile]\n" });
	const errors = "";
	expect(await hullwright(["fmt", "-"], rough)).toEqual({ exitCode: 0, output: tidy.replace("b && \\\n    c", "b \\\n    && c"), errors });
	expect(await hullwright(["fmt", "--stdin-filename", "Dockerfile"], rough)).toEqual({
		exitCode: 0,
		output: tidy.replace("b && \\\n    c", "b \\\n\t&& c"),
		errors,
	});
	expect(await hullwright(["fmt", "--check", "--stdin-filename", "Dockerfile"], rough)).toEqual({
		exitCode: 1,
		output: "",
		errors: "Dockerfile: is not formatted\n",
	});
	expect((await hullwright(["fmt", "--stdin-filename", "left.Dockerfile"], rough)).output).toBe(rough);
});

test("who pipes a file in and gives no path is asked which is meant, and no file of the folder is written", async () => {
	inFolder({ Dockerfile: rough });
	const { exitCode, output, errors } = await hullwright(["fmt"], plain);
	expect([exitCode, output]).toEqual([2, ""]);
	expect(errors).toContain("fmt without a path formats the files of the current folder, and something is piped in: - formats that, and . the folder");
	expect(readFileSync("Dockerfile", "utf8")).toBe(rough);
	expect((await hullwright(["fmt", "--check"], plain)).exitCode).toBe(1);
	expect((await hullwright(["fmt", "."], plain)).exitCode).toBe(0);
	expect(readFileSync("Dockerfile", "utf8")).toBe(tidy);
});

test("a file that is as it should be is not written, and one that is keeps its mode, link and nothing beside it", async () => {
	inFolder({ "real/Dockerfile": rough, "plain.Dockerfile": plain, "twin.Dockerfile": rough });
	chmodSync("real/Dockerfile", 0o640);
	symlinkSync("real/Dockerfile", "linked.Dockerfile");
	linkSync("twin.Dockerfile", "other");
	utimesSync("plain.Dockerfile", 1000, 1000);
	const { exitCode } = await hullwright(["fmt", "linked.Dockerfile", "plain.Dockerfile", "twin.Dockerfile"]);
	expect(exitCode).toBe(0);
	expect(readFileSync("real/Dockerfile", "utf8")).toBe(tidy);
	expect(statSync("real/Dockerfile").mode & 0o777).toBe(0o640);
	expect(lstatSync("linked.Dockerfile").isSymbolicLink()).toBe(true);
	expect(readdirSync("real")).toEqual(["Dockerfile"]);
	expect(statSync("plain.Dockerfile").mtimeMs).toBe(1_000_000);
	expect(readFileSync("other", "utf8")).toBe(tidy);
});

test.each([
	[{}, ["nowhere"], "nowhere: no such file or directory\n"],
	[{}, [], "no Dockerfile, Compose file or bake file in .\n"],
	[{ "docker-bake.json": "{}" }, ["docker-bake.json"], "docker-bake.json: fmt formats bake files in HCL, and this is one in JSON\n"],
	[{ Dockerfile: Buffer.from("FROM  a\xff\n", "latin1") }, ["Dockerfile"], "Dockerfile: this is no text in UTF-8, so it is not formatted\n"],
	[
		{ Dockerfile: "FROM  a\n", ".hullwright.yaml": "formatOperators: front\n" },
		["Dockerfile"],
		".hullwright.yaml:1:18: `formatOperators` must be keep, first or last, not `front`\nDockerfile: it is not formatted, for something is wrong in its configuration\n",
	],
])("%j: fmt %j", async (files, paths, errors) => {
	inFolder(files);
	expect(await hullwright(["fmt", ...paths])).toEqual({ exitCode: 2, output: "", errors });
	if (existsSync("Dockerfile")) expect(readFileSync("Dockerfile", "latin1")).toContain("FROM  a");
});

test("a file that is left out by its configuration stays, and who names it is told", async () => {
	inFolder({ Dockerfile: rough, ".hullwright.yaml": "ignore: [Dockerfile]\n" });
	const { exitCode, output, errors } = await hullwright(["fmt", "Dockerfile"]);
	expect({ exitCode, output, errors }).toEqual({ exitCode: 0, output: "", errors: "Dockerfile: not formatted, for .hullwright.yaml ignores it\n" });
	expect(readFileSync("Dockerfile", "utf8")).toBe(rough);
});
