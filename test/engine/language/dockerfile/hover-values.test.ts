import { expect, describe, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { hover } from "../../../../src/engine/language/dockerfile/hover/hover.ts";

/** What is said where `|` stands, and about which part of the text. */
function hoverAt(marked: string): { readonly covers: string | undefined; readonly says: string } {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const found = hover(parse(text), offset, undefined);
	return { covers: found && text.slice(found.range.start, found.range.end), says: found?.markdown ?? "" };
}

describe("who may do what", () => {
	test.each<[mode: string, says: readonly string[]]>([
		["755", ["`rwxr-xr-x`: the owner may read, write and run, the group read and run, all others read and run."]],
		["0640", ["`rw-r-----`: the owner may read and write, the group read, all others nothing at all.", "without the right to run nobody but root enters them"]],
		["4755", ["it runs as the file's owner (setuid)"]],
		["2775", ["it runs as the file's group"]],
		["1777", ["only its owner may remove a file (sticky)"]],
		["u=rwX,go=rX", ["`u=rwX`: the owner may read, write and enter folders", "`go=rX`: the group and all others may read and enter folders"]],
		["+x", ["`+x`: besides what they may in the source, everybody may run."]],
		["a-w", ["`a-w`: other than in the source, everybody may not write."]],
		["g=u", ["`g=u`: the group may what the owner may, and no more."]],
	])("--chmod=%s", (mode, says) => {
		const found = hoverAt(`FROM a\nCOPY --chm|od=${mode} x /y`);
		expect(found.covers).toBe(`--chmod=${mode}`);
		for (const text of says) expect(found.says).toContain(text);
	});

	test.each(["998", "u=q", "$MODE", "rwx"])("nothing is made up of %s", (mode) =>
		expect(hoverAt(`FROM a\nCOPY --chm|od=${mode} x /y`).says).not.toContain("Here"),
	);

	test("an argument's default counts", () => expect(hoverAt("FROM a\nARG M=600\nCOPY --chm|od=$M x /y").says).toContain("`rw-------`"));
});

test.each<[marked: string, says: string]>([
	["FROM node:24\nCOPY --cho|wn=node:node a b", "The user `node (1000)` of the base image `node:24`."],
	["FROM node:24\nCOPY --cho|wn=1000 a b", "The user `node (1000)` of the base image `node:24`.\n- The group is the one with the same number."],
	["FROM a\nRUN adduser -u 700 web\nCOPY --cho|wn=web a b", "The user `web (700)`, whom line 2 makes.\n- The group is the user's own."],
	["FROM a AS b\nRUN useradd web\nFROM b\nCOPY --cho|wn=web: a b", "The user `web`, whom line 2 makes."],
	["FROM a\nCOPY --cho|wn=root a b", "- Root."],
	["FROM a\nCOPY --cho|wn=web a b", "where the image has none, the build fails"],
	["FROM node:24\nUSER no|de", "The user `node (1000)` of the base image"],
	["FROM debian\nRUN --mount=type=cache,target=/x,uid=33|,gid=33 y", "The user `www-data (33)` of the base image `debian`."],
])("whose it is: %s", (marked, says) => expect(hoverAt(marked).says).toContain(says));

describe("here documents", () => {
	test.each<[marked: string, covers: string, says: readonly string[]]>([
		["FROM a\nRUN <<E|OF\nx\nEOF", "<<EOF", ["a script, run by `/bin/sh -c`", "`set -e` ends it at the first"]],
		["FROM a\nRUN <<EOF\nset -ex\nx\nE|OF", "EOF", ["a script, run by `/bin/sh -c`"]],
		['FROM a\nSHELL ["bash", "-ec"]\nRUN <<E|OF\nx\nEOF', "<<EOF", ["run by `bash -ec`"]],
		["FROM a\nRUN <<E|OF\n#!/usr/bin/env python3\nx\nEOF", "<<EOF", ["a script of its own, run by `/usr/bin/env python3`"]],
		["FROM a\nRUN python3 - <<E|OF\nx\nEOF", "<<EOF", ["the input of `python3`", "The shell replaces variables", "`<<'EOF'` would leave them"]],
		["FROM a\nRUN cat <<'E|OF' > /x\nx\nEOF", "<<'EOF'", ["the input of `cat`", "Its name is quoted, so nothing in it is replaced."]],
		["FROM a\nRUN cat <<ONE >/1 && sort <<T|WO >/2\na\nONE\nb\nTWO", "<<TWO", ["the input of `sort`"]],
		[
			"FROM a\nWORKDIR /w\nCOPY <<|-EOF etc/\n\tx\n\tEOF",
			"<<-EOF",
			["the file `/w/etc/EOF`", 'Docker replaces variables in it; `<<"EOF"`', "Tabs at the beginnings"],
		],
		["FROM a\nCOPY <<o|ne <<two /d/\na\none\nb\ntwo", "<<one", ["the file `/d/one`"]],
		["FROM a\r\nRUN <<E|OF\r\nx\r\nEOF\r\n", "<<EOF", ["a script, run by"]],
		["FROM a\nONBUILD RUN <<E|OF\nx\nEOF", "<<EOF", ["a script, run by"]],
		["FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN <<E|OF\ndir\nEOF", "<<EOF", ["a script, run by `cmd /S /C`"]],
	])("%j", (marked, covers, says) => {
		const found = hoverAt(marked);
		expect(found.covers).toBe(covers);
		for (const text of says) expect(found.says).toContain(text);
	});

	test("a script that ends at the first failure is not told of it", () =>
		expect(hoverAt("FROM a\nRUN <<E|OF\nset -ex\nx\nEOF").says).not.toContain("run all the same"));
});

describe("exec forms", () => {
	test.each<[marked: string, says: readonly string[]]>([
		['FROM a\nRUN ["mak|e"]', ["Starts `make` without arguments, and without a shell.", "In shell form: `/bin/sh -c make`"]],
		['FROM a\nRUN ["echo", "|a b"]', ["with the argument `a b`", "In shell form: `/bin/sh -c echo 'a b'`"]],
		['FROM a\nRUN ["cp", "|$HOME/x", "y"]', ["with the arguments `$HOME/x` and `y`", "`$HOME/x` is handed over as it is"]],
		['FROM a\nRUN ["ls", "/x/*|.js"]', ["no shell looks for files of that pattern"]],
		['FROM a\nRUN ["a", "&|&", "b"]', ["`&&` is an argument like any other"]],
		['FROM a\nRUN ["cd|", "/x"]', ["`cd` is a part of shells and no program"]],
		['FROM a\nRUN ["apt-get |update"]', ["is taken for the name of one program, blanks included"]],
		['FROM a\nRUN ["sh", "-c|", "echo $X"]', ["Starts `sh` itself"]],
		['FROM scratch\nCMD ["/app", "$P|ORT"]', ["A container runs `/app '$PORT'`", "`$PORT` is handed over as it is"]],
		['FROM a\nHEALTHCHECK CMD ["curl", "-f|", "http://localhost"]', ["Starts `curl` with the arguments `-f` and `http://localhost`", "Every `30s`"]],
	])("%j", (marked, says) => {
		for (const text of says) expect(hoverAt(marked).says).toContain(text);
	});
});

describe("mounts", () => {
	test.each<[marked: string, says: readonly string[]]>([
		["--mount=type=ca|che,target=/root/.npm", ["- What is not said is `id=/root/.npm`, `sharing=shared`, `mode=0755`, `uid=0` and `gid=0`."]],
		["--mount=type=cache,target=.npm,sharing=loc|ked", ["`locked`: the second waits"]],
		["--mount=type=cache,target=n|pm", ["Here: `/w/npm`"]],
		["--mount=type=cache,target=/x,mode=07|00", ["`rwx------`"]],
		["--mount=type=se|cret,id=token", ["`target=/run/secrets/token`", "`required=false`", "`mode=0400`"]],
		["--mount=type=se|cret,id=token,env=TOKEN", ["- What is not said is `required=false`, `mode=0400`"]],
		["--mount=type=s|sh", ["`id=default`", "`mode=0600`"]],
		["--mount=type=bin|d,target=/x", ["- What is not said is `source=/` and `readonly`."]],
		["--mount=type=bin|d,target=/x,rw", ["- What is not said is `source=/`."]],
		["--mount=from=node:2|4,target=/x", ["Stage, named context or image", "Image `node:24`, in full `docker.io/library/node:24`"]],
	])("%j", (mount, says) => {
		const found = hoverAt(`FROM a\nWORKDIR /w\nRUN ${mount} npm ci`).says;
		for (const text of says) expect(found).toContain(text);
	});

	test("an empty directory in memory needs no more words", () => expect(hoverAt("FROM a\nRUN --mount=type=tmp|fs,target=/x y").says).not.toContain("not said"));
});

test.each<[marked: string, says: string]>([
	["FROM a\nARG V=1\nONBUILD RUN echo $|V", "`V` is not set there\n\nA trigger runs in builds whose `FROM` names this image."],
	["FROM a\nONBUILD ARG V=1\nONBUILD RUN echo $|V", "`V` is what `ONBUILD ARG V=1` (line 2) sets there"],
	["FROM a\nENV V=1\nONBUILD RUN echo $|V", "`V` = `1`"],
	["FROM a\nONBUILD ENV V|=5", "`V` = `5`\n\nSet in builds whose `FROM` names this image"],
	["FROM a\nONBUILD RUN echo $PA|TH", "`PATH` is that of the base image"],
	["FROM a\nONBUILD RUN echo $HTTP_PR|OXY", "`RUN` sees it without an `ARG`"],
	["FROM a\nEXPOSE 54|32", "Port `5432` of TCP, commonly that of PostgreSQL."],
	["FROM a\nEXPOSE 53|/udp", "Port `53` of UDP, commonly that of DNS."],
	["FROM a\nEXPOSE 70|01", "Port `7001` of TCP."],
	["FROM a\nEXPOSE 8000-80|10/UDP", "The ports `8000` to `8010` of UDP."],
	["FROM a\nARG P=80\nEXPOSE 44|3 $P", "Port `443` of TCP, commonly that of HTTPS."],
	["FROM a\nSTOPSIGNAL SIGQ|UIT", "**`SIGQUIT`** nginx and PHP-FPM finish"],
	["FROM a\nSTOPSIGNAL 1|0", "`docker stop` sends `10`."],
	["FROM a\nSTOPSIGNAL |3", "**`3`** is `SIGQUIT`."],
	["FROM a\nSTOPSIGNAL q|uit", "**`quit`** is `SIGQUIT`."],
	["FROM a\nLABEL org.opencontainers.image.sou|rce=https://x.example", "GitHub's registry connects"],
	["FROM a\nARG V=1\nLABEL org.opencontainers.image.version=$|V", "`V` = `1`"],
	["FROM a\nARG V=1\nLABEL org.opencontainers.image.ve|rsion=$V", "Here: `1`"],
	['FROM a\nSHELL ["/bin/ba|sh", "-euo", "pipefail", "-c"]', "`pipefail`: a pipe fails"],
	['FROM a\nSHELL ["powershell", "-Comm|and"]', "`-Command`: the next words are the script"],
	['FROM a\nSHELL ["cmd", "/S|", "/C"]', "`/S`: the quotes"],
	["FROM a\nHEALTHCHECK --interval=90|s CMD x", "`90s` is 1 min 30 s."],
	["FROM a\nHEALTH|CHECK --interval=10s --timeout=3s --retries=5 --start-period=1m CMD x", "is noticed after 1 min 5 s at the latest"],
	["FROM a\nHEALTH|CHECK --start-period=1m CMD x", "In the first 1 min it is asked every `5s`"],
	["# syntax=docker/dockerfile:1.|7\nFROM a", "Here: version 1.7 with its newest corrections"],
	["# syntax=docker/docker|file:1\nFROM a", "Here: the newest version 1.x."],
	["# syntax=docker/docker|file:1-labs\nFROM a", "still being tried out"],
	["# syntax=docker/docker|file@sha256:0\nFROM a", "the very same version"],
	["# escape|=`\nFROM a", "Here the backtick is that character"],
	["# check=skip=all;err|or=true\nFROM a", "Here no check is made.\n\nHere a warning fails the build."],
])("%j", (marked, says) => expect(hoverAt(marked).says).toContain(says));

test.each(["FROM a\nLABEL te|am=web", "FROM a\nRUN ec|ho a", "FROM a\nONBUILD RUN for f in *; do echo $|f; done"])("nothing at %j", (marked) =>
	expect(hoverAt(marked).says).toBe(""),
);
