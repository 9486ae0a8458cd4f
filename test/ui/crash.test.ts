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
	await workbench.goTo(2);
	process.kill(first ?? 0, "SIGKILL");
	// What is typed meanwhile cannot be sent, and must be no reason to give up.
	await workbench.page.keyboard.type("# typed while there is no server\n");
	await workbench.notification(/language server stopped unexpectedly and was started again/).waitFor();
	await until("another server runs", async () => languageServers(workbench.folder).some((pid) => pid !== first));

	// The new one knows the text as it is now.
	await workbench.page.keyboard.type("MAINTAINER Jo\n");
	await workbench.problems(/maintainer-instruction.*Ln 3/s);
});

/** The servers of this window: their program lies in its profile. */
function languageServers(folder: string): number[] {
	const profile = dirname(folder);
	return listProcesses()
		.filter(({ command }) => command.includes(profile) && command.includes("dist/server.js"))
		.map(({ pid }) => pid);
}
