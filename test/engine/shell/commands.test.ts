import { describe, expect, test } from "vitest";
import { instructionsAndTriggersOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { commandsOf } from "../../../src/engine/shell/commands.ts";
import type { ShellCommand } from "../../../src/engine/shell/shell-command.ts";

/** The commands of all instructions that run something. */
function commandsIn(text: string): readonly ShellCommand[] {
	const file = parse(text);
	return ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"].flatMap((keyword) => instructionsAndTriggersOf(file, keyword).flatMap((each) => commandsOf(file, each)));
}

/** `joint program args…`, with what is not static as it is written. */
const render = ({ joint, assignments, wrappers, program, args }: ShellCommand): string =>
	[
		joint,
		...wrappers.map((name) => `(${name})`),
		...assignments.map(({ name, value }) => `${name}=${value ?? "?"}`),
		...[program, ...args].map((word) => word && (word.value ?? `{${word.text}}`)),
	]
		.filter((part) => part)
		.join(" ");

const of = (text: string): readonly string[] => commandsIn(text).map(render);
const run = (script: string): readonly string[] => of(`FROM debian:12\nRUN ${script}\n`);

describe("commands", () => {
	test.each<[name: string, script: string, expected: readonly string[]]>([
		["are joined as written", "a && b || c; d | e & f", ["a", "&& b", "|| c", "; d", "| e", "& f"]],
		[
			"have assignments before them",
			"DEBIAN_FRONTEND=noninteractive X=$Y apt-get install -y curl",
			["DEBIAN_FRONTEND=noninteractive X=? apt-get install -y curl"],
		],
		["may be assignments alone", "deps='a b' && apt-get install $deps", ["deps=a b", "&& apt-get install {$deps}"]],
		["lose quotes where they are static", `apt-get "install" 'a b' c\\ d "$E" *.deb ~/f {g,h}`, ['apt-get install a b c d {"$E"} {*.deb} {~/f} {{g,h}}']],
		[
			"are found in compound commands",
			"if a; then b; elif c; then d; else e; fi; for x in 1 2; do f; done; while g; do h; done",
			["a", "; b", "; c", "; d", "; e", "; f", "; g", "; h"],
		],
		["are found in groups and functions", "(a; b) && { c; } && d() { e; }", ["a", "; b", "&& c", "; e"]],
		["are found in substitutions", 'echo "$(a $(b))" `c`', ["b", "a {$(b)}", "c", 'echo {"$(a $(b))"} {`c`}']],
		["survive what is no shell", "a && ( && b", ["a", "&& b"]],
	])("%s", (_, script, expected) => expect(run(script)).toEqual(expected));
});

describe("wrappers are taken off", () => {
	test.each<[script: string, expected: string]>([
		["sudo -E -u root apt-get update", "(sudo) apt-get update"],
		["sudo A=1 -H -- apt-get update", "(sudo) A=1 apt-get update"],
		["env A=1 B=$C apt-get update", "(env) A=1 B=? apt-get update"],
		["exec time -p nice -n 5 timeout -k 5 30 make", "(exec) (time) (nice) (timeout) make"],
		["command -v curl", "command -v curl"],
		["cat list | xargs -n 1 apt-get install", "cat list"],
		["sh -c 'apt-get update'", "(sh) apt-get update"],
		["/bin/bash -o pipefail -exc 'apt-get update'", "(bash) apt-get update"],
		['su - web -c "pip install x"', "(su) pip install x"],
		['bash -c "pip install $X"', 'bash -c {"pip install $X"}'],
		["bash script.sh -c 'x'", "bash script.sh -c x"],
		["sh -c 'sh -c \"a b\"'", "(sh) (sh) a b"],
		["sudo", "sudo"],
		["sh -c -- 'apt-get update'", "(sh) apt-get update"],
		["busybox sh -c 'apk add x'", "(busybox) (sh) apk add x"],
		["runuser -u web -- pip install x", "(runuser) pip install x"],
		["runuser -l web -c 'pip install x'", "(runuser) pip install x"],
		["chroot /mnt apt-get update", "(chroot) apt-get update"],
		["flock -w 5 /lock apt-get update", "(flock) apt-get update"],
		["flock /lock -c 'apt-get update'", "(flock) apt-get update"],
		["eval 'apt-get update'", "(eval) apt-get update"],
		["eval apt-get update", "(eval) apt-get update"],
		["script -c 'apt-get update' /dev/null", "(script) apt-get update"],
		['script -qec "apt-get update"', "(script) apt-get update"],
		["script /dev/null", "script /dev/null"],
		["env -S 'apt-get install curl'", "(env) apt-get install curl"],
		["env --split-string 'A=1 apt-get update'", "(env) A=1 apt-get update"],
		['env -S"apt-get update"', "(env) apt-get update"],
		["env -S 'apt-get install ${X}'", "env -S apt-get install ${X}"],
		["env -S 'apt-get install' curl", "env -S apt-get install curl"],
		["conda run -n web pip install x", "(conda) pip install x"],
		["poetry run pip install x", "(poetry) pip install x"],
		["pipenv run pip install x", "(pipenv) pip install x"],
		["uv run --with y -- pip install x", "(uv) pip install x"],
		["uv pip install x", "uv pip install x"],
		["poetry install", "poetry install"],
		["env -i PATH=/bin apt-get update", "(env) PATH=/bin apt-get update"],
		["env -S 'apt-get update'", "(env) apt-get update"],
		["trap 'apt-get clean' EXIT", "; (trap) apt-get clean"],
		["time apt-get update", "apt-get update"],
	])("%s", (script, expected) => expect(run(script)[0]).toBe(expected));
});

describe("instructions", () => {
	test.each<[name: string, text: string, expected: readonly string[]]>([
		["HEALTHCHECK's command", "FROM a\nHEALTHCHECK --interval=5s CMD curl -f http://x || exit 1\n", ["curl -f http://x", "|| exit 1"]],
		["HEALTHCHECK NONE", "FROM a\nHEALTHCHECK NONE\n", []],
		["a trigger", "FROM a\nONBUILD RUN apk add curl\n", ["apk add curl"]],
		["exec form", 'FROM a\nRUN ["apt-get", "install", "$x"]\n', ["apt-get install $x"]],
		["a shell in exec form", 'FROM a\nCMD ["/bin/sh", "-c", "a && b"]\n', ["(sh) a", "&& (sh) b"]],
		["a shell form with flags", "FROM a\nRUN --mount=type=cache,target=/x apt-get update\n", ["apt-get update"]],
		["comments and empty lines within", "FROM a\nRUN a \\\n# no\n\n  && b\n", ["a", "&& b"]],
		["Windows line ends", "FROM a\r\nRUN a \\\r\n  && b\r\n", ["a", "&& b"]],
		["none for PowerShell", 'FROM a\nSHELL ["powershell", "-Command"]\nRUN a; b\n', []],
		["none on an image of Windows", "FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS base\nFROM base\nRUN a\n", []],
		["the backquote as escape says nothing of Windows", "# escape=`\nFROM a\nRUN a `\n  && b\n", ["a", "&& b"]],
		["none on an image of Windows by its platform", "FROM --platform=windows/amd64 a\nRUN a\n", []],
		["none on an image of Windows that has no Windows in its name", "FROM mcr.microsoft.com/dotnet/framework/sdk:4.8\nRUN a\n", []],
		["a shell that is set on Windows", '# escape=`\nFROM a\nSHELL ["bash", "-c"]\nRUN a\n', ["a"]],
	])("%s", (_, text, expected) => expect(of(text)).toEqual(expected));
});

describe("here documents", () => {
	test.each<[name: string, text: string, expected: readonly string[]]>([
		["run by the shell", "FROM a\nRUN <<EOF\na\n# no\nb && c\nEOF\n", ["a", "; b", "&& c"]],
		["with tabs taken off", "FROM a\nRUN <<-'EOF'\n\ta\n\tEOF\n", ["a"]],
		["for bash by their first line", "FROM a\nRUN <<EOF\n#!/usr/bin/env bash\na\nEOF\n", ["a"]],
		["for another interpreter by their first line", "FROM a\nRUN <<EOF\n#!/usr/bin/env -S python3 -u\nimport os\nEOF\n", []],
		["read by another program", "FROM a\nRUN python3 - <<EOF\nimport os\nEOF\n", ["python3 -"]],
		["read by a shell", "FROM a\nRUN bash -ex <<EOF && b\na\nEOF\n", ["(bash) a", "&& b"]],
		["two of them", "FROM a\nRUN cat <<ONE > /x && sh <<TWO\none\nONE\na\nTWO\n", ["cat", "&& (sh) a"]],
		["Windows line ends", "FROM a\r\nRUN <<EOF\r\na b\r\nc\r\nEOF\r\n", ["a b", "; c"]],
	])("%s", (_, text, expected) => expect(of(text)).toEqual(expected));
});

describe("ranges", () => {
	test.each<[name: string, text: string]>([
		["a line", "FROM a\nRUN x && apt-get install 'a b'\n"],
		["a continued line", "FROM a\nRUN x \\\n  # no\n  && apt-get \\\n  install 'a b'\n"],
		["a here document", "FROM a\nRUN <<EOF\nx\napt-get install 'a b'\nEOF\n"],
		["a here document of a command", "FROM a\nRUN x <<A; sh -e <<B\nx\nA\napt-get install 'a b'\nB\n"],
		["a script in quotes", "FROM a\nRUN sh -c \"apt-get install 'a b'\"\n"],
		["a substitution", "FROM a\nRUN echo $(apt-get install 'a b')\n"],
		["exec form", 'FROM a\nRUN ["sh", "-c", "apt-get install \'a b\'"]\n'],
		["a trigger", "FROM a\nONBUILD RUN apt-get install 'a b'\n"],
		["wide characters before it", "FROM a\nRUN echo 🚢 && apt-get install 'a b'\n"],
		["Windows line ends", "FROM a\r\nRUN x \\\r\n && apt-get install 'a b'\r\n"],
	])("%s", (_, text) => {
		const command = commandsIn(text).find(({ name }) => name === "apt-get");
		const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
		expect(command?.program && at(command.program)).toBe("apt-get");
		expect(command?.args.map(at)).toEqual(["install", "'a b'"]);
		expect(command && at(command.range)).toBe(text.slice(text.indexOf("apt-get"), text.indexOf("'a b'") + 5));
	});

	test("of assignments alone", () => {
		const text = "FROM a\nRUN x && A=1 B='2 3'\n";
		const range = commandsIn(text)[1]?.range;
		expect(range && text.slice(range.start, range.end)).toBe("A=1 B='2 3'");
	});
});

test("what may not run, and what runs in a shell of its own", () => {
	const flags = commandsIn("FROM a\nRUN a; if b; then c; fi; (d); x=$(e)\n").map(({ name, conditional, subshell }) => [name, conditional, subshell]);
	expect(flags).toEqual([
		["a", false, false],
		["b", false, false],
		["c", true, false],
		["d", false, true],
		["e", false, true],
		[undefined, false, false],
	]);
});

test("a find is there with what it starts", () =>
	expect(run("find . -name x -exec pip install -r {} \\; -exec rm {} +")).toEqual([
		"find . -name x -exec pip install -r {} ; -exec rm {} +",
		"; (find) pip install -r {}",
		"; (find) rm {}",
	]));

test("whose failure is the instruction's", () => {
	const fatal = (script: string) =>
		commandsIn(`FROM a\nRUN ${script}\n`)
			.filter(({ isFatal }) => isFatal)
			.map(({ name }) => name);
	expect(fatal("a && b && c")).toEqual(["a", "b", "c"]);
	expect(fatal("a; b")).toEqual(["b"]);
	expect(fatal("set -e; a; b")).toEqual(["a", "b"]);
	expect(fatal("set -eux; a && b; c")).toEqual(["b", "c"]);
	expect(fatal("set -e; set +e; a; b")).toEqual(["set", "b"]);
	expect(fatal("set -o errexit; a; set +o errexit; b; c")).toEqual(["a", "set", "c"]);
	expect(fatal("a || b; c")).toEqual(["c"]);
	expect(fatal("a || b && c")).toEqual(["b", "c"]);
	expect(fatal("a | b && ! c")).toEqual(["b"]);
	expect(fatal("if a; then b; fi; set -e; while c; do d; done; e & f")).toEqual(["d", "f"]);
	expect(fatal("sh -c 'a && b; c' && x=$(d)")).toEqual(["c", undefined]);
	expect(fatal("bash -ec 'a; b'; c")).toEqual(["c"]);
});

test("redirects", () => {
	const [command] = commandsIn("FROM a\nRUN echo x > /etc/apt/apt.conf.d/99x 2>&1\n");
	expect(command?.redirects.map(({ operator, target }) => [operator, target.value])).toEqual([
		[">", "/etc/apt/apt.conf.d/99x"],
		[">&", "1"],
	]);
});
