import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";
import { findingsOf } from "../../lint-rule.ts";

type Case = readonly [name: string, before: string, after: string, safe: boolean];

/** What the rule's first fix makes of the file. */
function fix(id: string, text: string): { readonly text: string; readonly safe: boolean } | undefined {
	const rule = rules.find((each) => each.id === id);
	if (!rule) throw new Error(`there is no rule ${id}`);
	const found = findingsOf(rule, text).find((finding) => finding.fix)?.fix;
	return found && { text: applyEdits(text, found.edits), safe: found.safe };
}

function mends(id: string, cases: readonly Case[]): void {
	test.each(cases)(`${id} mends %s`, (_, before, after, safe) => {
		const from = "FROM debian:12\n";
		const fixed = fix(id, from + before);
		expect(fixed?.text.slice(from.length)).toBe(after);
		expect(fixed?.safe).toBe(safe);
		expect(parse(fixed?.text ?? "").problems).toEqual([]);
	});
}

function leaves(id: string, cases: readonly (readonly [name: string, text: string])[]): void {
	test.each(cases)(`${id} offers no fix %s`, (_, text) => {
		const rule = rules.find((each) => each.id === id);
		expect(rule && findingsOf(rule, text), "it is reported").not.toEqual([]);
		expect(fix(id, text)).toBeUndefined();
	});
}

mends("apt-get-missing-yes", [
	["over lines with a comment", "RUN apt-get \\\n # why\n install \\\n curl\n", "RUN apt-get \\\n # why\n install -y \\\n curl\n", true],
	["in exec form", 'RUN ["apt-get", "install", "curl"]\n', 'RUN ["apt-get", "install", "-y", "curl"]\n', true],
	["in a script in quotes", "RUN sh -c 'apt-get install curl'\n", "RUN sh -c 'apt-get install -y curl'\n", true],
	["in a script in exec form", 'RUN ["sh", "-c", "apt-get install curl"]\n', 'RUN ["sh", "-c", "apt-get install -y curl"]\n', true],
	["in a here document", "RUN <<EOF\napt-get install curl\nEOF\n", "RUN <<EOF\napt-get install -y curl\nEOF\n", true],
	["with Windows line ends", "RUN apt-get install \\\r\n curl\r\n", "RUN apt-get install -y \\\r\n curl\r\n", true],
	["in a trigger", "ONBUILD RUN apt-get install curl\n", "ONBUILD RUN apt-get install -y curl\n", true],
]);

mends("apt-leftover-lists", [
	["on one line", "RUN apt-get update && apt-get install -y x\n", "RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n", true],
	["without a line end", "RUN apt-get update && apt-get install -y x", "RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*", true],
	[
		"where lines begin with &&",
		"RUN apt-get update \\\n  && apt-get install -y x\n",
		"RUN apt-get update \\\n  && apt-get install -y x \\\n  && rm -rf /var/lib/apt/lists/*\n",
		true,
	],
	[
		"where lines end with &&",
		"RUN apt-get update && \\\n    apt-get install -y x\n",
		"RUN apt-get update && \\\n    apt-get install -y x && \\\n    rm -rf /var/lib/apt/lists/*\n",
		true,
	],
	[
		"behind a list of packages",
		"RUN apt-get update && apt-get install -y \\\n    x \\\n    # why\n    y\n",
		"RUN apt-get update && apt-get install -y \\\n    x \\\n    # why\n    y \\\n    && rm -rf /var/lib/apt/lists/*\n",
		true,
	],
	[
		"with Windows line ends",
		"RUN apt-get update \\\r\n && apt-get install -y x\r\n",
		"RUN apt-get update \\\r\n && apt-get install -y x \\\r\n && rm -rf /var/lib/apt/lists/*\r\n",
		true,
	],
	[
		"in a here document",
		"RUN <<EOF\napt-get update\napt-get install -y x\nEOF\n",
		"RUN <<EOF\napt-get update\napt-get install -y x\nrm -rf /var/lib/apt/lists/*\nEOF\n",
		true,
	],
	[
		"in a here document with tabs",
		"RUN <<-EOF\n\tapt-get update\n\tapt-get install -y x\n\tEOF\n",
		"RUN <<-EOF\n\tapt-get update\n\tapt-get install -y x\n\trm -rf /var/lib/apt/lists/*\n\tEOF\n",
		true,
	],
	[
		"where a script comes later",
		"RUN apt-get update && apt-get install -y x\nRUN ./setup.sh\n",
		"RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\nRUN ./setup.sh\n",
		false,
	],
]);
leaves("apt-leftover-lists", [
	["where the lists are needed later", "FROM debian:12\nRUN apt-get update && apt-get install -y x\nRUN apt-get install -y y\n"],
	["behind a comment of the shell", "FROM debian:12\nRUN apt-get update && apt-get install -y x # why\n"],
	["behind a command in the background", "FROM debian:12\nRUN apt-get update; apt-get install -y x &\n"],
	["behind a semicolon", "FROM debian:12\nRUN apt-get update; apt-get install -y x;\n"],
	["behind an exit", "FROM debian:12\nRUN apt-get update; apt-get install -y x; exit 0\n"],
	["in exec form", 'FROM debian:12\nRUN ["sh", "-c", "apt-get update && apt-get install -y x"]\n'],
]);

mends("apt-get-recommended-packages", [
	["behind the yes", "RUN apt-get install -q -y x\n", "RUN apt-get install -q -y --no-install-recommends x\n", false],
	["in exec form", 'RUN ["apt-get", "install", "x"]\n', 'RUN ["apt-get", "install", "--no-install-recommends", "x"]\n', false],
]);

mends("package-update-alone", [
	[
		"over empty lines and comments",
		"RUN apt-get update\n\n# why\n\nRUN apt-get install -y x\n",
		"RUN apt-get update \\\n# why\n && apt-get install -y x\n",
		false,
	],
	["with Windows line ends", "RUN apk update\r\nRUN apk add x\r\n", "RUN apk update \\\r\n && apk add x\r\n", false],
]);

mends("apk-leftover-cache", [
	["with an update before", "RUN apk update && apk add x\n", "RUN apk add --no-cache x\n", true],
	["with an update on the line above", "RUN set -x \\\n && apk update \\\n && apk add x\n", "RUN set -x \\\n && apk add --no-cache x\n", true],
	["with an update in a here document", "RUN <<EOF\napk update\napk add x\nEOF\n", "RUN <<EOF\napk add --no-cache x\nEOF\n", true],
	["with an update that something else may need", "RUN apk update && echo && apk add x\n", "RUN apk update && echo && apk add --no-cache x\n", true],
	["with an update under a comment", "RUN apk update \\\n # why\n && apk add x\n", "RUN apk update \\\n # why\n && apk add --no-cache x\n", true],
]);

mends("pip-leftover-cache", [
	["by Python", "RUN python -m pip install x\n", "RUN python -m pip install --no-cache-dir x\n", true],
	["over lines", "RUN pip install \\\n  # why\n  x\n", "RUN pip install --no-cache-dir \\\n  # why\n  x\n", true],
]);

mends("invalid-json-form", [
	["single quotes", "CMD ['a', 'b']\n", 'CMD ["a", "b"]\n', false],
	["quotes within quotes", "CMD ['say \"a\"', 'C:\\b']\n", 'CMD ["say \\"a\\"", "C:\\\\b"]\n', false],
	["several mistakes", "CMD [a 'b',]\n", 'CMD ["a", "b"]\n', false],
	["a missing bracket", 'CMD ["a", "b"\n', 'CMD ["a", "b"]\n', false],
	["a missing bracket behind a comma", 'CMD ["a", "b",\n', 'CMD ["a", "b"]\n', false],
	["a bracket too many", 'CMD ["a"]]\n', 'CMD ["a"]\n', false],
	["typographic quotes", "CMD [“a”, “b”]\n", 'CMD ["a", "b"]\n', false],
	["a backslash", 'CMD ["C:\\app"]\n', 'CMD ["C:\\\\app"]\n', false],
	["a comment", 'CMD ["a"] # why\n', '# why\nCMD ["a"]\n', false],
	["over lines with a comment", "CMD ['a', \\\n # why\n 'b']\n", 'CMD ["a", \\\n # why\n "b"]\n', false],
	["a health check", "HEALTHCHECK --interval=5s CMD ['a']\n", 'HEALTHCHECK --interval=5s CMD ["a"]\n', false],
	["a trigger", "ONBUILD RUN ['a']\n", 'ONBUILD RUN ["a"]\n', false],
]);
leaves("invalid-json-form", [
	["where more follows", 'FROM a:1\nCMD ["a"] && b\n'],
	["where a quote is open", 'FROM a:1\nCMD ["a", "b]\n'],
	["where a string is not plain", "FROM a:1\nCMD [$a, b]\n"],
]);

mends("maintainer-instruction", [
	["quotes", 'MAINTAINER "Jane Doe"\n', 'LABEL org.opencontainers.image.authors="Jane Doe"\n', false],
	["characters with a meaning", 'MAINTAINER Jane "JD" $A \\ b\n', 'LABEL org.opencontainers.image.authors="Jane \\"JD\\" \\$A \\\\ b"\n', false],
	["small letters", "maintainer Jane\n", 'label org.opencontainers.image.authors="Jane"\n', false],
]);
leaves("maintainer-instruction", [["over lines", "FROM a:1\nMAINTAINER Jane \\\n Doe\n"]]);

mends("add-instead-of-copy", [
	["a folder", "ADD --chown=1:1 . /app\n", "COPY --chown=1:1 . /app\n", true],
	["small letters", "add a.py /app\n", "copy a.py /app\n", true],
	["what may be an archive", "ADD rootfs /\n", "COPY rootfs /\n", false],
	["a trigger", "ONBUILD ADD . /app\n", "ONBUILD COPY . /app\n", true],
]);

mends("relative-workdir", [
	["a known base", "WORKDIR app\n", "WORKDIR /app\n", true],
	["quotes", 'WORKDIR "my app"\n', 'WORKDIR "/my app"\n', true],
]);
test("relative-workdir knows where some images work, and only supposes of others", () => {
	expect(fix("relative-workdir", "FROM golang:1.24\nWORKDIR app\n")).toEqual({ text: "FROM golang:1.24\nWORKDIR /go/app\n", safe: true });
	expect(fix("relative-workdir", "FROM team/base:1\nWORKDIR app\n")).toEqual({ text: "FROM team/base:1\nWORKDIR /app\n", safe: false });
});
leaves("relative-workdir", [
	["for a variable", "FROM a:1\nARG A=b\nWORKDIR $A\n"],
	["for a path upwards", "FROM a:1\nWORKDIR ../b\n"],
]);

mends("shell-form-command", [
	["quotes", 'CMD run \'a b\' "c" d\\ e ""\n', 'CMD ["run", "a b", "c", "d e", ""]\n', true],
	["over lines", "CMD run \\\n  # why\n  --port 80\n", 'CMD ["run", \\\n  # why\n  "--port", "80"]\n', true],
	["an entry point", "ENTRYPOINT run\n", 'ENTRYPOINT ["run"]\n', false],
	["a command that an entry point gets as its arguments", 'ENTRYPOINT ["python"]\nCMD app.py\n', 'ENTRYPOINT ["python"]\nCMD ["app.py"]\n', false],
	["a trigger, whose entry point is another build's", "ONBUILD CMD run\n", 'ONBUILD CMD ["run"]\n', false],
]);
leaves("shell-form-command", [
	["for a variable", "FROM a:1\nCMD run $A\n"],
	["for two commands", "FROM a:1\nCMD a && b\n"],
	["for a redirect", "FROM a:1\nCMD a > b\n"],
	["for an assignment", "FROM a:1\nCMD A=1 b\n"],
	["for a pattern", "FROM a:1\nCMD a *.b\n"],
	["for a builtin", "FROM a:1\nCMD source a\n"],
	["for a command in the background", "FROM a:1\nCMD a &\n"],
	["for a command in parentheses", "FROM a:1\nCMD (a)\n"],
	["for a negation", "FROM a:1\nCMD ! a\n"],
	["for an entry point whose command would become its arguments", 'FROM a:1\nENTRYPOINT a\nCMD ["b"]\n'],
	["on Windows", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD a.exe\n"],
]);

test("missing-user puts the image's own user before the commands at the end", () => {
	const text = 'FROM node:22\nCOPY . .\nENTRYPOINT ["a"]\n# why\nCMD ["b"]\n';
	expect(fix("missing-user", text)).toEqual({ text: text.replace("ENTRYPOINT", "USER node\nENTRYPOINT"), safe: false });
	expect(fix("missing-user", 'FROM node:22\r\nCMD ["b"]\r\n')?.text).toBe('FROM node:22\r\nUSER node\r\nCMD ["b"]\r\n');
});
leaves("missing-user", [
	["for an image without a user of its own", 'FROM python:3.13\nCMD ["a"]\n'],
	["where the command does not come last", 'FROM node:22\nCMD ["a"]\nRUN b\n'],
	["for root on purpose", 'FROM node:22\nUSER root\nCMD ["a"]\n'],
]);

mends("syntax-error", [
	["a letter too many", "RUNN a\n", "RUN a\n", false],
	["small letters", "cpoy a b\n", "copy a b\n", false],
	["a missing continuation", "RUN a\n  && b \\\n  && c\n", "RUN a \\\n  && b \\\n  && c\n", false],
]);
