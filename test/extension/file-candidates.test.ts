import { describe, expect, test } from "vitest";
import { rankedFiles } from "../../src/extension/logs/file-candidates.ts";

const files = ["/home/me/shop/web/src/index.js", "/home/me/shop/api/src/index.js", "/home/me/shop/index.js", "/home/me/other/src/index.js"];
const of = (path: string, { workingFolder = "/app", projectFolder = "", service = "" } = {}, among = files): readonly string[] =>
	rankedFiles(among, { path, workingFolder, projectFolder, service });

describe("the file of the workspace for a path in a container", () => {
	test("is the one in the same folders, without the image's own", () => {
		expect(of("/app/web/src/index.js")).toEqual(["/home/me/shop/web/src/index.js"]);
		expect(of("api/src/index.js")).toEqual(["/home/me/shop/api/src/index.js"]);
		expect(of("/app/App.java", {}, ["/home/me/shop/src/main/java/App.java"])).toEqual(["/home/me/shop/src/main/java/App.java"]);
	});

	test("is one of the container's own project and service, where several are alike", () => {
		expect(of("/app/src/index.js", { projectFolder: "/home/me/shop", service: "api" })).toEqual(["/home/me/shop/api/src/index.js"]);
		expect(of("/app/src/index.js", { projectFolder: "/home/me/shop" })).toEqual(["/home/me/shop/api/src/index.js", "/home/me/shop/web/src/index.js"]);
		expect(of("/app/src/index.js")).toEqual(["/home/me/other/src/index.js", "/home/me/shop/api/src/index.js", "/home/me/shop/web/src/index.js"]);
	});

	test("is none, where only its name is like that of a file of the system", () => {
		expect(of("/usr/lib/node_modules/express/index.js")).toEqual([]);
		expect(of("/usr/lib/node_modules/express/index.js", { workingFolder: "/" })).not.toEqual([]);
		expect(of("../../etc/index.js")).toHaveLength(4);
	});
});
