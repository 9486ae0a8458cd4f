// An engine with many containers and images, and what it takes to list them.
import { createHash } from "node:crypto";
import { request } from "node:http";
import { median } from "./measure.mjs";

const label = { "hullwright.bench": "true" };

/**
 * One request over the engine's socket, without any client between: its answer, and the milliseconds until its last byte.
 * @param {string} socketPath
 * @param {string} path
 * @param {{ method?: string, body?: Buffer, type?: string }} [options]
 * @returns {Promise<{ text: string, time: number }>}
 */
export function ask(socketPath, path, { method = "GET", body, type = "application/json" } = {}) {
	const started = performance.now();
	return new Promise((resolve, reject) => {
		const asking = request({ socketPath, path, method, headers: body ? { "content-type": type, "content-length": body.length } : {} }, (answer) => {
			const parts = [];
			answer.on("data", (part) => parts.push(part));
			answer.on("end", () => {
				const time = performance.now() - started;
				const text = Buffer.concat(parts).toString();
				if (Number(answer.statusCode) < 300) resolve({ text, time });
				else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
			});
		});
		asking.on("error", reject).end(body);
	});
}

/** What the engine itself takes for a list, in milliseconds: the median of nine. */
export async function listTime(socket, path) {
	const taken = [];
	for (let run = 0; run < 9; run++) taken.push((await ask(socket, path)).time);
	return median(taken);
}

/** Loads so many images, each with an id of its own and all over one small layer. */
export async function loadImages(socket, count) {
	const layer = tar([["data.txt", Buffer.from("nothing much\n")]]);
	const digest = `sha256:${createHash("sha256").update(layer).digest("hex")}`;
	const images = Array.from({ length: count }, (_, index) => {
		const config = JSON.stringify({
			architecture: "amd64",
			os: "linux",
			created: new Date(1.6e12 + index * 6e7).toISOString(),
			config: { Cmd: ["/bin/serve"], Labels: { ...label, number: String(index) } },
			rootfs: { type: "layers", diff_ids: [digest] },
		});
		const name = `${createHash("sha256").update(config).digest("hex")}.json`;
		return {
			config: [name, Buffer.from(config)],
			entry: { Config: name, RepoTags: [`registry.example.org/team-${index % 20}/app-${index}:1.${index}`], Layers: ["layer.tar"] },
		};
	});
	const manifest = Buffer.from(JSON.stringify(images.map(({ entry }) => entry)));
	const body = tar([["layer.tar", layer], ...images.map(({ config }) => config), ["manifest.json", manifest]]);
	await ask(socket, "/images/load?quiet=1", { method: "POST", body, type: "application/x-tar" });
}

/** Creates so many containers, a fifth of them of Compose projects, and starts none of them. */
export async function createContainers(socket, count) {
	const create = (index) => {
		const project = index % 5 === 0 ? { "com.docker.compose.project": `project-${index % 50}`, "com.docker.compose.service": `service-${index}` } : {};
		const body = Buffer.from(JSON.stringify({ Image: "busybox:test", Cmd: ["sleep", "1000"], Labels: { ...label, ...project } }));
		return ask(socket, `/containers/create?name=container-${index}`, { method: "POST", body });
	};
	for (let index = 0; index < count; index += 8) await Promise.all(Array.from({ length: Math.min(8, count - index) }, (_, more) => create(index + more)));
}

/** Plain files with short names. */
function tar(files) {
	const blocks = files.flatMap(([name, content]) => {
		const header = Buffer.alloc(512);
		header.write(name, 0);
		header.write("0000644\0 0000000\0 0000000\0", 100);
		header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
		header.write("00000000000\0        0", 136);
		header.write("ustar\0", 257);
		header.write("00", 263);
		const sum = header.reduce((total, byte) => total + byte, 0);
		header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
		return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
	});
	return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
