import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { outline } from "../../../../src/engine/language/dockerfile/symbols.ts";
import type { OutlineEntry } from "../../../../src/engine/language/outline-entry.ts";
import { contains } from "../../../../src/engine/text/text.ts";

/** An entry a line, those below another further in: "name | detail". */
function outlineOf(text: string, entries = outline(parse(text))): string {
	const draw = (entry: OutlineEntry, indent: string): string =>
		[`${indent}${entry.name}${entry.detail ? ` | ${entry.detail}` : ""}\n`, ...entry.children.map((child) => draw(child, `${indent}  `))].join("");
	return entries.map((entry) => draw(entry, "")).join("");
}

const trimmed = (text: string): string => text.replace(/^\n/, "").replace(/\t/g, "");

test("a file by its stages", () => {
	const text = `
# syntax=docker/dockerfile:1
ARG GO=1.24
FROM --platform=$BUILDPLATFORM golang:\${GO} AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/root/.cache go mod download && \\
    # what follows needs them
    go   build ./...
FROM gcr.io/distroless/static
ENV PORT=8080
ENV A=1 B=2
LABEL org.opencontainers.image.title="Ship"
COPY --from=build --chown=1000 /src/app /app
EXPOSE 8080
USER 1000
HEALTHCHECK --interval=5s CMD ["/app", "check"]
ENTRYPOINT ["/app", "serve"]
`.slice(1);
	expect(outlineOf(text)).toBe(
		trimmed(`
# syntax | docker/dockerfile:1
ARG GO | 1.24
build | --platform=$BUILDPLATFORM golang:\${GO}
  WORKDIR /src
  COPY go.mod go.sum ./
  RUN go mod download && go build ./... | --mount=type=cache,target=/root/.cache
gcr.io/distroless/static
  ENV PORT | 8080
  ENV A, B
  LABEL org.opencontainers.image.title | "Ship"
  COPY /src/app /app | --from=build --chown=1000
  EXPOSE 8080
  USER 1000
  HEALTHCHECK CMD /app check | --interval=5s
  ENTRYPOINT /app serve
`),
	);
});

test("what is broken has its place, and each entry a name", () => {
	expect(outlineOf("BOGUS x\nFROM\nRUN\nENV\nCOPYY a b\nCMD [\n\\\n\nONBUILD\nFROM a AS\nVOLUME [1]\n")).toBe(
		trimmed(`
BOGUS x
FROM
  RUN
  ENV
  COPYY a b
  CMD [
  ONBUILD
a
  VOLUME [1]
`),
	);
});

test("a command in a here document is known by its first line", () => {
	expect(outlineOf("FROM a\nRUN <<EOF\n#!/bin/sh\n\n  set -eu\napt-get update\nEOF\nCOPY <<EOF /etc/motd\nAhoy\nEOF\n")).toBe(
		"a\n  RUN <<EOF | set -eu\n  COPY <<EOF /etc/motd\n",
	);
});

test.each([
	["ENV OLD way to write", "ENV OLD | way to write"],
	["ARG A", "ARG A"],
	["ONBUILD ONBUILD RUN x", "ONBUILD ONBUILD RUN x"],
	["ONBUILD COPY --from=b c d", "ONBUILD COPY c d | --from=b"],
	["HEALTHCHECK NONE", "HEALTHCHECK NONE"],
	["run x\ty", "RUN x y"],
	["MAINTAINER Jo \u202E evil", "MAINTAINER Jo \uFFFD evil"],
	[`RUN ${"x".repeat(5000)}`, `RUN ${"x".repeat(75)}…`],
	[`RUN ${"🚢".repeat(100)}`, `RUN ${"🚢".repeat(75)}…`],
])("%.30j", (instruction, expected) => {
	expect(outlineOf(`FROM a\n${instruction}\n`)).toBe(`a\n  ${expected}\n`);
});

test("an entry covers all that belongs to it, and leads to its name", () => {
	const text = "FROM a AS build\r\nRUN <<EOF\r\nx\r\nEOF\r\n# after\r\n\r\nFROM b\r\n";
	const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
	const [stage, other] = outline(parse(text));
	expect([stage && cut(stage.range), stage && cut(stage.selection)]).toEqual(["FROM a AS build\r\nRUN <<EOF\r\nx\r\nEOF", "build"]);
	expect(stage?.children.map(({ range, selection }) => [cut(range), cut(selection)])).toEqual([["RUN <<EOF\r\nx\r\nEOF", "RUN"]]);
	expect(other && [cut(other.range), cut(other.selection)]).toEqual(["FROM b", "b"]);
});

test("triggers within triggers are named once each", () => {
	// Twice each would not end.
	expect(outlineOf(`FROM a\n${"ONBUILD ".repeat(100)}RUN x\n`)).toMatch(/^a\n  ONBUILD ONBUILD ONBUILD /);
});

test("whatever is written, names are not blank and selections within, and entries follow each other", () => {
	const line = fc.oneof(
		fc.constantFrom("FROM a AS b", "RUN x \\", "# c", "COPY <<A <<B /", "A", "FROM", "\\", "FROM \\", "ONBUILD \\", "\u3000", "\0"),
		fc.string(),
	);
	const check = (entries: readonly OutlineEntry[], within: { readonly start: number; readonly end: number }): void => {
		let done = within.start;
		for (const entry of entries) {
			expect(entry.name.trim()).not.toBe("");
			expect(entry).toSatisfy(({ range, selection }: OutlineEntry) => range.start >= done && contains(within, range) && contains(range, selection));
			check(entry.children, entry.range);
			done = entry.range.end;
		}
	};
	fc.assert(
		fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
			const text = lines.join("\n");
			check(outline(parse(text)), { start: 0, end: text.length });
		}),
	);
});
