import { expect, test } from "vitest";
import { standIn } from "../files/shellcheck-stand-in.ts";
import { eventually } from "./eventually.ts";
import { startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const text = "FROM debian:12\nUSER 1000\nRUN echo $x\nRUN echo y\n";

/** A client whose settings have ShellCheck on, which is that program. */
const clientWith = (program: string, isTrusted: boolean) =>
	startClient({ settings: { lint: { shellcheck: true, shellcheckPath: program } }, options: { rulePages: "file:///rules/", isTrusted } });

test("what ShellCheck finds is told once it has answered, and again after a change", async () => {
	const { program, calls } = standIn();
	const client = await clientWith(program, true);
	const codes = async () => (await client.diagnostics(uri)).map(({ code, codeDescription, range: { start } }) => [code, codeDescription?.href, start.line]);
	await client.open(uri, text);

	// Nobody waits for it.
	expect(await codes()).toEqual([]);
	await eventually(() => expect(client.refreshes()).toBe(1));
	const page = "https://www.shellcheck.net/wiki/SC2086";
	expect(await codes()).toEqual([["SC2086", page, 2]]);
	expect(calls()).toHaveLength(1);

	const end = { line: 3, character: 8 };
	await client.change(uri, { start: end, end }, " $x");
	expect(await codes(), "the other script is not asked about again").toEqual([["SC2086", page, 2]]);
	await eventually(() => expect(client.refreshes()).toBe(2));
	expect(await codes()).toEqual([
		["SC2086", page, 2],
		["SC2086", page, 3],
	]);
	expect(calls().at(-1)?.scripts).toEqual(["echo $x y"]);
	await client.stop();
});

test("a problem of ShellCheck's can be ignored where it stands", async () => {
	const client = await clientWith(standIn().program, true);
	await client.open(uri, text);
	await client.diagnostics(uri);
	await eventually(() => expect(client.refreshes()).toBe(1));

	const [action, ...others] = await client.codeActions(uri, { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } });
	expect([action?.title, ...others.map(({ title }) => title)]).toEqual([
		"Ignore SC2086 on this line: Double quote this.",
		"Ignore SC2086 in this file: Double quote this.",
	]);
	expect(client.applied(uri, action)).toContain("# hullwright ignore=SC2086\nRUN echo $x");
	await client.stop();
});

test("it is never started where the workspace is not trusted", async () => {
	const { program, calls } = standIn();
	const client = await clientWith(program, false);
	await client.open(uri, text);
	await client.diagnostics(uri);
	await client.diagnostics(uri);

	expect(await client.lintState(uri)).toEqual({ isLinted: true, reasons: ["ShellCheck does not look at it, for this workspace is not trusted."] });
	expect(calls()).toEqual([]);
	await client.stop();
});

test("that it is not there is told once", async () => {
	const client = await clientWith("/no/such/program", true);
	await client.open(uri, text);
	await client.diagnostics(uri);
	await eventually(() => expect(client.told).toHaveLength(1));
	await client.diagnostics(uri);
	await client.diagnostics(uri);

	expect(client.told).toEqual([expect.stringContaining("there is no program “/no/such/program”")]);
	expect(client.logged).toEqual([expect.stringContaining("there is no program `/no/such/program`")]);
	await client.stop();
});
