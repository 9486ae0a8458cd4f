import { StreamConnection } from "./dial.ts";

/** A connection to an engine of a few lines in this process, which has so many containers and nothing else. */
export class Rehearsal extends StreamConnection {
	readonly #count: number;

	constructor(count: number) {
		super();
		this.#count = count;
	}

	override _read(): void {}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
		const [, path = ""] = /^[A-Z]+ (\S+)/.exec(chunk.toString("latin1")) ?? [];
		const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nApi-Version: 1.45\r\nServer: Docker/0 (linux)\r\n";
		const body = JSON.stringify(this.#answer(path));
		// Events have no end.
		this.push(path.includes("/events") ? `${head}Transfer-Encoding: chunked\r\n\r\n` : `${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
		done();
	}

	#answer(path: string): unknown {
		if (path.includes("/containers/json")) return Array.from({ length: this.#count }, (_, index) => container(index));
		return path.includes("/volumes") ? { Volumes: [] } : [];
	}
}

/** As an engine lists them. */
const container = (index: number): object => ({
	Id: String(index).padStart(64, "0"),
	Names: [`/container-${index}`],
	Image: "image:tag",
	ImageID: `sha256:${"0".repeat(64)}`,
	Command: "sleep 1000",
	Created: 1_700_000_000 + index,
	Ports: [{ IP: "0.0.0.0", PrivatePort: 80, PublicPort: 8000 + index, Type: "tcp" }],
	Labels: { "com.docker.compose.project": "project", "com.docker.compose.service": `service-${index}` },
	State: "running",
	Status: "Up 3 days",
	HostConfig: { NetworkMode: "bridge" },
	NetworkSettings: { Networks: { bridge: { IPAddress: "172.17.0.2" } } },
	Mounts: [],
});
