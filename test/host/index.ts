// What VS Code's extension host loads and runs (extensionTestsPath).
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** Runs every test file beside this one. Rejects if a test failed, which is how VS Code learns of it. */
export async function run(): Promise<void> {
	const output = process.env["HOST_TEST_REPORT"];
	if (!output) throw new Error("HOST_TEST_REPORT must name the file for the report");
	const mocha = new Mocha({ ui: "tdd", timeout: 20_000, reporter: "json", reporterOptions: { output } });
	for (const file of readdirSync(__dirname)) if (file.endsWith(".test.js")) mocha.addFile(join(__dirname, file));
	const failures = await new Promise<number>((resolve) => {
		mocha
			.run(resolve)
			.on("pass", (test) => console.log(`  ok    ${test.fullTitle()} (${test.duration} ms)`))
			.on("fail", (test, error: Error) => console.log(`  FAIL  ${test.fullTitle()}\n${error.stack ?? error.message}`))
			.on("pending", (test) => console.log(`  skip  ${test.fullTitle()}`));
	});
	if (failures) throw new Error(`${failures} tests failed`);
}
