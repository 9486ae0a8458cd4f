import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { tokensOf } from "../../../src/engine/dockerfile/tokens.ts";

const dump = (text: string): string =>
	tokensOf(parse(text))
		.filter(({ kind }) => kind !== "white-space" && kind !== "line-end")
		.map(({ kind, start, end }) => `${kind} ${JSON.stringify(text.slice(start, end))}`)
		.join("\n");

test("every part of a file has its token", () => {
	const text = [
		"\ufeff# syntax=docker/dockerfile:1",
		"# what it is",
		"FROM --platform=linux/amd64 alpine AS base",
		"RUN --mount=type=cache,target=/c apk add \\ ",
		"  # why",
		"",
		"  curl",
		'CMD ["a", "b"]',
		"COPY <<-'E' <<F /dir/",
		"\tone",
		"\tE",
		"two",
		"F",
		"ENV A=1 B=2",
		"ONBUILD USER app",
	].join("\r\n");
	expect(dump(text)).toMatchInlineSnapshot(`
		"byte-order-mark "﻿"
		directive "# syntax=docker/dockerfile:1"
		comment "# what it is"
		keyword "FROM"
		flag "--platform=linux/amd64"
		word "alpine"
		word "AS"
		word "base"
		keyword "RUN"
		flag "--mount=type=cache,target=/c"
		word "apk add "
		continuation "\\\\ \\r\\n"
		comment "# why"
		word "  curl"
		keyword "CMD"
		punctuation "["
		word "\\"a\\""
		punctuation ","
		word "\\"b\\""
		punctuation "]"
		keyword "COPY"
		word "<<-'E'"
		word "<<F"
		word "/dir/"
		heredoc-body "\\tone\\r\\n"
		heredoc-terminator "\\tE"
		heredoc-body "two\\r\\n"
		heredoc-terminator "F"
		keyword "ENV"
		word "A"
		punctuation "="
		word "1"
		word "B"
		punctuation "="
		word "2"
		keyword "ONBUILD"
		keyword "USER"
		word "app""
	`);
});

test("a backtick continues where the file says so", () => {
	expect(dump("# escape=`\nRUN a `\n  b \\\n")).toMatchInlineSnapshot(`
		"directive "# escape=\`"
		keyword "RUN"
		word "a "
		continuation "\`\\n"
		word "  b \\\\""
	`);
});
