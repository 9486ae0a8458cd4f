// Runs one program of the tests, keeps what it prints in out/report, and shows it if it fails.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../dependencies.mjs";
import { withDescendants } from "../processes.mjs";

const report = join(root, "out/report");

/** Runs a program of node_modules or of ours with this Node. Answers `{ code, output }`; never throws because of the program. */
function runNode(name, [file, ...args], env = {}) {
	mkdirSync(report, { recursive: true });
	const log = createWriteStream(join(report, `${name}.log`));
	// No colours: the output is read by us, and shown where there may be no terminal.
	const child = spawn(process.execPath, [join(root, file), ...args], {
		cwd: root,
		env: { ...process.env, NO_COLOR: "1", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const endAll = () => endTree(child.pid);
	process.once("exit", endAll);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
			log.write(text);
		});
	}
	return new Promise((resolve) => {
		child.on("close", (code) => {
			process.off("exit", endAll);
			log.end();
			resolve({ code: code ?? 1, output });
		});
	});
}

/** Programs that pass or fail as a whole: each counts as one test. */
export async function runChecks(tier, commands) {
	const started = Date.now();
	const row = { tier, passed: 0, failed: 0, skipped: 0, seconds: 0 };
	const outputs = [];
	for (const command of commands) {
		const { code, output } = await runNode(tier, command);
		row[code === 0 ? "passed" : "failed"]++;
		outputs.push(output);
	}
	row.seconds = secondsSince(started);
	const output = outputs.join("");
	return { rows: [row], closing: lastLine(output) || "no complaint", output };
}

/** Runs the vitest projects of a name; `tierOf` sorts their files into the rows of the table. */
export async function runVitest(name, tierOf, env) {
	const file = join(report, `${name}.json`);
	rmSync(file, { force: true });
	const started = Date.now();
	const args = ["run", "--project", `${name}*`, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
	const { code, output } = await runNode(name, ["node_modules/vitest/vitest.mjs", ...args], env);
	const { testResults: files } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { testResults: [] };
	const rows = new Map();
	for (const { name: path, status, startTime, endTime, assertionResults } of files) {
		const tier = tierOf(path.slice(root.length));
		if (!rows.has(tier)) rows.set(tier, { tier, passed: 0, failed: 0, skipped: 0, seconds: 0 });
		const row = rows.get(tier);
		const count = (...statuses) => assertionResults.filter((test) => statuses.includes(test.status)).length;
		row.passed += count("passed");
		// A file that could not even be loaded has no tests to fail.
		row.failed += count("failed") || (status === "failed" ? 1 : 0);
		row.skipped += count("skipped", "pending", "todo", "disabled");
		// What has passed and yet has errors has failed before.
		const again = assertionResults.filter((test) => test.status === "passed" && test.failureMessages.length > 0);
		row.again = [...(row.again ?? []), ...again.map((test) => ({ name: `${path.slice(root.length + 1)} > ${test.fullName}`, why: test.failureMessages[0] }))];
		row.seconds += Math.max(0, (endTime - startTime) / 1000 || 0);
	}
	const all = [...rows.values()];
	if (all.length === 1) all[0].seconds = secondsSince(started);
	// vitest may also fail for a reason that is no test's, such as an error nobody caught, or that there is no test at all.
	if (code !== 0 && !all.some(({ failed }) => failed)) all.push({ tier: name, passed: 0, failed: 1, skipped: 0, seconds: secondsSince(started) });
	return { rows: all, closing: /^ +Tests .*$/m.exec(output)?.[0].trim() ?? lastLine(output), output };
}

/** Runs mocha in VS Code's extension host. */
export async function runHostTests(env) {
	const file = join(report, "host.json");
	rmSync(file, { force: true });
	const started = Date.now();
	const { code, output } = await runNode("host", ["scripts/vscode/host-tests.mjs"], env);
	const { passes = 0, failures = 0, pending = 0 } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).stats : {};
	const row = { tier: "host", passed: passes, failed: failures || (code === 0 ? 0 : 1), skipped: pending, seconds: secondsSince(started) };
	return { rows: [row], closing: lastLine(output), output };
}

/** Ends a program with all that it has started, such as VS Code's server; what it wrote to the temporary folder stays. */
function endTree(pid) {
	for (const member of withDescendants([pid])) {
		try {
			process.kill(member, "SIGTERM");
		} catch {
			// It has ended meanwhile.
		}
	}
}

function lastLine(output) {
	return output.trimEnd().split("\n").at(-1);
}

function secondsSince(started) {
	return (Date.now() - started) / 1000;
}
