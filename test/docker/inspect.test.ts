import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { templateOf, valuesIn } from "../../src/extension/inspect/json-values.ts";
import { linksIn } from "../../src/extension/inspect/links.ts";
import { client, outside, run } from "./own-engine.ts";

const docker = client();

test("the path of each text and switch of a container is a template by which the CLI gives the same", async () => {
	const volume = `hullwright-inspect-${process.pid}`;
	const { id } = await run("inspected", "sleep 60", {
		Labels: { "com.example/x.y": 'a "quoted" word', plain: "1" },
		Env: ["A=1", "B=two words"],
		ExposedPorts: { "80/tcp": {} },
		HostConfig: { Binds: [`${volume}:/data`] },
	});
	const text = JSON.stringify(await docker.containers.settings(id), undefined, 2);
	// What is newer than the CLI of the tests it cannot be asked for.
	const [known] = JSON.parse(execFileSync("docker", ["inspect", "--type", "container", id], { encoding: "utf8" })) as readonly object[];
	const values = valuesIn(text).filter(
		({ inner, path }) => inner && inner.text !== "" && !/^[\d.-]|^null$/.test(inner.text) && String(path[0]) in (known ?? {}),
	);
	expect(values.length).toBeGreaterThan(40);
	const separator = "\u001f";
	const answers = execFileSync("docker", ["inspect", "--type", "container", "--format", values.map(templateOf).join(separator), id], { encoding: "utf8" });
	expect(answers.replace(/\n$/, "").split(separator)).toEqual(values.map(({ inner }) => inner?.text));

	// And where it leads to.
	const links = linksIn("container", valuesIn(text)).map((link) => `${link.kind} ${link.id}`);
	const { Image, NetworkSettings } = await outside.getContainer(id).inspect();
	expect(links).toEqual(
		expect.arrayContaining([`image ${Image}`, "image busybox:test", `volume ${volume}`, `network ${NetworkSettings.Networks["bridge"]?.NetworkID}`]),
	);
	await outside.getContainer(id).remove({ force: true });
	await outside.getVolume(volume).remove();
});
