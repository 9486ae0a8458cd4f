// node scripts/docker-engine.mjs COMMAND…: runs a command with a private Docker engine around it (ENGINE=20, 26 or 29).
// The command finds it in DOCKER_HOST (and DOCKER_SOCK, DOCKER_CONFIG); the image busybox:test is there.
import { spawn } from "node:child_process";
import { startEngine } from "./engine/engine.mjs";
import { importBusybox } from "./engine/images.mjs";
import { onEnd } from "./signals.mjs";

const [command, ...args] = process.argv.slice(2);
if (!command) {
	console.error("usage: node scripts/docker-engine.mjs COMMAND [ARGUMENT…]");
	process.exit(2);
}
let child;
// The command is to end first; then so does the engine.
onEnd(() => (child ? child.kill("SIGTERM") : process.exit(130)));

let engine;
try {
	engine = await startEngine();
	await importBusybox(engine);
	child = spawn(command, args, { stdio: "inherit", env: engine.env });
	process.exitCode = await new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code) => resolve(code ?? 1));
	});
} catch (error) {
	console.error(`[engine] ${error.message}`);
	process.exitCode = 1;
} finally {
	await engine?.stop();
}
process.exit();
