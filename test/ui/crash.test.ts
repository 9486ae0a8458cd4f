import { dirname } from "node:path";
import { expect, test } from "vitest";
import { listProcesses } from "../../scripts/processes.mjs";
import { useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const vscode = useVsCode();

test.skipIf(process.platform !== "linux")("a language server that crashes is started again, and says so", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ai-service/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	const [first] = languageServers(workbench.folder);
	expect(first).toBeDefined();
	process.kill(first ?? 0, "SIGKILL");
	await workbench.notification(/language server stopped unexpectedly and was started again/).waitFor();
	await until("another server runs", async () => languageServers(workbench.folder).some((pid) => pid !== first));

	await workbench.openFile("chat/backend/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
});

/** The servers of this window: their program lies in its profile. */
function languageServers(folder: string): number[] {
	const profile = dirname(folder);
	return listProcesses()
		.filter(({ command }) => command.includes(profile) && command.includes("dist/server.js"))
		.map(({ pid }) => pid);
}
