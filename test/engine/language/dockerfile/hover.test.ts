import { dockerfileLanguage } from "../../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { platformArguments, proxyArguments } from "../../../../src/engine/dockerfile/global-scope.ts";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { flagDocumentation } from "../../../../src/engine/language/dockerfile/hover/documentation/flags.ts";
import { instructionDocumentation } from "../../../../src/engine/language/dockerfile/hover/documentation/instructions.ts";
import { mountDocumentation } from "../../../../src/engine/language/dockerfile/hover/documentation/mounts.ts";
import { platformVariables, predefinedArguments } from "../../../../src/engine/language/dockerfile/hover/documentation/variables.ts";
import { hover } from "../../../../src/engine/language/dockerfile/hover/hover.ts";
import { withReasons } from "../../../../src/engine/language/hover.ts";
import { defaultConfiguration } from "../../../../src/engine/lint/configuration.ts";
import { lint } from "../../../../src/engine/lint/lint.ts";
import { rules } from "../../../../src/engine/rules/index.ts";

/** What is said where `|` stands, and about which part of the text. */
function hoverAt(marked: string): { readonly covers: string | undefined; readonly says: string | undefined } {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const found = hover(parse(text), offset, undefined);
	return { covers: found && text.slice(found.range.start, found.range.end), says: found?.markdown };
}

const saying = (says: string | RegExp): unknown => (typeof says === "string" ? says : expect.stringMatching(says));

/** What a keyword's hover says about this file: the list under "Here". */
const factsAt = (marked: string): string[] =>
	/\*\*Here\*\*\n\n((?:- .*\n?)+)/
		.exec(hoverAt(marked).says ?? "")?.[1]
		?.trim()
		.split("\n")
		.map((line) => line.slice(2)) ?? [];

test.each<[marked: string, covers: string, says: string | RegExp]>([
	["FROM a\nWORKDIR /srv\nWORKDIR ap|p\nRUN b", "app", /^The working directory is `\/srv\/app`/],
	["FROM a\nUSER ap|p", "app", /^The user `app` from here/],
	["FROM a\nEXPOSE 80 4|43/udp", "443/udp", /-p 443:443\/udp/],
	["FROM a\nSTOPSIGNAL SIG|KILL", "SIGKILL", /Cannot be handled/],
	['FROM a\nSHELL ["/bin/b|ash", "-c"]', '"/bin/bash"', /runs shell forms from here/],
	["FROM a\nWORKDIR /srv\nVOLUME da|ta", "data", /`\/srv\/data`/],
	["FROM a\nWORKDIR /srv\nCOPY a b |./", "./", /to `\/srv\//],
	['FROM a\nENTRYPOINT ["a"]\nCMD ["|b"]', '"b"', /`a b`|`\["a", ?"b"\]`/],
	["FROM nod|e:24", "node:24", /run as root\.[^]*`node \(1000\)`[^]*working directory is `\/`/],
	["FROM ngin|x:1.29", "nginx:1.29", /start as root, and what they run goes on as somebody else/],
	["FROM gcr.io/distroless/static:non|root", "gcr.io/distroless/static:nonroot", /do not run as root\.[^]*`nonroot \(65532\)`/],
])("words say what they come to: %s", (marked, covers, says) => {
	expect(hoverAt(marked)).toEqual({ covers, says: saying(says) });
});

test.each(["FROM a\nONBUILD WORKDIR ap|p", "FROM a\nCMD ech|o b", "FROM team/we|b:1\n"])("what nobody knows is not made up: %s", (marked) => {
	expect(hoverAt(marked).says ?? "").not.toMatch(/working directory|Run by|run as root/);
});

describe("words that are read as Docker reads them", () => {
	test.each<[marked: string, says: string | RegExp]>([
		["FROM docker.io/deb|ian", /in full `docker\.io\/library\/debian:latest`/],
		["FROM index.docker.io/team/w|eb:1", /in full `docker\.io\/team\/web:1`/],
		['FROM "deb|ian:12"', /Base image `debian:12`, in full `docker\.io\/library\/debian:12`/],
		["ARG TAG\nFROM debian:${TAG:-12|}", /Here: `12`/],
		['FROM a\nARG X=1\nRUN <<"E F"\necho $X|\nE F', /^`X` = `1`/],
		["FROM a\nARG X=1\nRUN << E\necho $X|\nE", /^`X` = `1`/],
		["FROM a\nARG X=1\nRUN <<1\necho $X|\n1", /^`X` = `1`/],
		['FROM a\nARG X=1\nRUN 3<<E"O"F\necho $X|\nEOF', /^`X` = `1`/],
		["FROM a\nARG X=1\nCOPY <<1 /x\n'$X|'\n1", /^`X` = `1`/],
		["FROM a\nARG X=1\nRUN cat <<EOF >/x\n'$X|'\nEOF", /^`X` = `1`/],
		["FROM a\nRUN echo $PATH|", /^`PATH` is that of the base image/],
		["FROM a\nENV PATH=/app/bin:$PATH|", /^`PATH` is that of the base image[^]*BuildKit does, to `\/usr\/local\/sbin:/],
		["FROM a\nCMD echo $PATH|", /^`PATH` is that of the base image/],
		["FROM a\nENV PATH=/app/bin\nRUN echo $PATH|", /^`PATH` = `\/app\/bin`/],
	])("%s", (marked, says) => expect(hoverAt(marked).says).toEqual(saying(says)));

	test.each(['FROM a\nARG X=1\nCOPY <<"E F" /x\n$X|\nE F', "FROM a\nARG X=1\nRUN cat <<'EOF'\n$X|\nEOF", "FROM a\nARG X=1\nRUN <<E\necho '$X|'\nE"])(
		"nothing fills in %s",
		(marked) => expect(hoverAt(marked).says).toBeUndefined(),
	);

	test.each([
		["FROM a\nUS|ER 00", "Root from here to the end, and in containers."],
		['FROM a\nUS|ER "root":staff', "Root from here to the end, and in containers."],
		["FROM a\nARG NAME\nUS|ER ${NAME:-app}", "The user `app` from here to the end, and in containers."],
		["FROM a\nARG PORT\nEX|POSE ${PORT:-8080}", "To reach it at the same port of the host: `docker run -p 8080:8080 …`"],
		['FROM a\nA|DD "https://example.com/a.tar" /x', "`https://example.com/a.tar` is downloaded, not unpacked."],
	])("%s", (marked, fact) => expect(factsAt(marked)).toContain(fact));
});

describe("facts about an instruction", () => {
	test.each<[marked: string, facts: string[]]>([
		[
			"FROM| alpine",
			["Begins the stage 0.", "Built on the image `alpine`, in full `docker.io/library/alpine:latest`.", "The last stage: it becomes the image."],
		],
		[
			"ARG V=3\nFR|OM ghcr.io/team/base:$V AS build\nFROM scratch\nCOPY --from=BUILD /a /\nRUN --mount=from=0,target=/x true",
			["Begins the stage `build`, number 0.", "Built on the image `ghcr.io/team/base:3`.", "Files are taken from it in lines 4 and 5."],
		],
		[
			"FROM a AS one\nF|ROM one AS two\nFROM two",
			[
				"Begins the stage `two`, number 1.",
				"Built on the stage `one`, line 1: its files, environment, user and working directory.",
				"A stage is built on it in line 3.",
			],
		],
		[
			"ARG BASE\nFROM|  $BASE",
			["Begins the stage 0.", "The base image, `$BASE`, is only known when the build sets the variables in it.", "The last stage: it becomes the image."],
		],
		[
			"F|ROM scratch AS unused\nFROM a",
			[
				"Begins the stage `unused`, number 0.",
				"Built on `scratch`, which is empty: no files, no shell.",
				"Nothing in this file uses it, so only `docker build --target` builds it.",
			],
		],
		["FROM a\nWORKDIR /srv\nUSER app\nR|UN make", ["Run by `/bin/sh -c` in `/srv` as the user that `USER app` (line 3) sets."]],
		["FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nR|UN dir", ["Run by `cmd /S /C`."]],
		['FROM a\nR|UN ["make"]', ["Exec form: started without a shell, so there are no variables, pipes or `&&`."]],
		["FROM a\nWORKDIR /srv\nC|OPY a b ./lib/", ["From the build context to `/srv/lib/`."]],
		["FROM a\nC|OPY a lib/", ["From the build context to `lib/`."]],
		["FROM a\nARG DIR=/opt\nC|OPY a $DIR/x", ["From the build context to `/opt/x`."]],
		[
			"FROM b AS build\nFROM a\nUSER app\nCO|PY --from=build /a /b",
			["From the stage `build` (line 1) to `/b`.", "The files belong to root: `USER app` (line 3) does not change that, `--chown` would."],
		],
		["FROM a\nCOP|Y <<EOF /x\nhi\nEOF", ["To `/x`."]],
		["FROM a\nUSER root\nCO|PY a /x", ["From the build context to `/x`."]],
		["FROM a\nUSER app\nCO|PY --chown=app --from=nginx /a /b", ["From the image or named context `nginx` to `/b`."]],
		["FROM a\nAD|D https://example.com/a.tar.gz /", ["To `/`.", "`https://example.com/a.tar.gz` is downloaded, not unpacked."]],
		[
			"FROM a\nAD|D --unpack=true https://example.com/a.tar.gz x.tgz /",
			[
				"From the build context to `/`.",
				"`https://example.com/a.tar.gz` is downloaded and, if it is a tar archive, unpacked.",
				"`x.tgz` is unpacked, if it is a tar archive.",
			],
		],
		["FROM a\nAD|D https://github.com/moby/moby.git#v1 /src", ["To `/src`.", "`https://github.com/moby/moby.git#v1` is a Git repository: it is cloned."]],
		["FROM a\nWORKDIR /srv\nW|ORKDIR ../x", ["The working directory is `/x` (`../x` in `/srv`) from here to the end, and in containers."]],
		["FROM a\nW|ORKDIR x", []],
		["FROM a\nW|ORKDIR /a\nRUN true\nWORKDIR b\nFROM c", ["The working directory is `/a` from here until `WORKDIR b` (line 4)."]],
		["FROM a\nU|SER app", ["The user `app` from here to the end, and in containers."]],
		["FROM a\nU|SER 0\nFROM b", ["Root from here to the end of the stage."]],
		["FROM a\nE|NV A=1 B=${A}2\nRUN echo $B \"$A\" '$A'\nCMD echo $B", ["`A` = `1`. Used in line 3.", "`B` = `${A}2`. Used in lines 3 and 4."]],
		[
			"AR|G V=1\nFROM a:$V\nARG V\nRUN echo $V",
			["`V` = `1`. Used in lines 2 and 4.", "It stands before the first `FROM`: only `FROM` lines see it, and stages that repeat it without a value."],
		],
		["FROM a\nA|RG TARGETARCH", ["`TARGETARCH`, which BuildKit sets. No instruction of this file refers to it by `$`; programs that `RUN` starts may."]],
		["FROM a\nE|XPOSE 80 53/UDP", ["To reach them at the same port of the host: `docker run -p 80:80 -p 53:53/udp …`"]],
		["FROM a\nE|XPOSE 80-90", []],
		[
			"FROM a\nHEAL|THCHECK --interval=5s --timeout=0s --retries=1 CMD true",
			[
				"Every `5s`, for at most `30s`; unhealthy after `1` failure.",
				"So a program that no longer answers is noticed after 35 s at the latest.",
				"Run by `/bin/sh -c`.",
			],
		],
		["FROM a\nHEAL|THCHECK NONE\nHEALTHCHECK CMD true", ["Has no effect: `HEALTHCHECK CMD true` (line 3) takes its place."]],
		['FROM a\nSH|ELL ["bash", "-c"]\nRUN x', ["`bash -c` runs shell forms from here to the end of the stage."]],
		["FROM a\nST|OPSIGNAL 9", ["This signal cannot be handled: the program ends at once, without finishing what it does."]],
		["FROM a\nST|OPSIGNAL SIGINT", ["`docker stop` sends `SIGINT`."]],
		['FROM a\nWORKDIR /w\nV|OLUME ["/data", "cache"]', ["A volume each for `/data` and `/w/cache`."]],
		["FROM a\nV|OLUME /data", ["A volume for `/data`."]],
		[
			'FROM a AS b\nENTRYPOINT ["x"]\nFROM b\nENTRYPOINT []\nC|MD []',
			["A container runs what `docker run IMAGE …` names: the image has no command of its own."],
		],
		["FROM a\nONBUILD CO|PY . .", ["Runs in builds whose `FROM` names this image, not in this one."]],
	])("%j", (marked, facts) => expect(factsAt(marked)).toEqual(facts));
});

describe("what a container runs", () => {
	test.each<[marked: string, fact: string]>([
		['FROM scratch\nC|MD ["/app", "a b"]', "A container runs `/app 'a b'`."],
		['FROM scratch\nENTRYPOINT ["/app"]\nC|MD ["-v"]', "A container runs `/app -v`."],
		["FROM scratch\nE|NTRYPOINT /app", "A container runs `/bin/sh -c /app`."],
		['FROM a AS base\nENTRYPOINT ["/app"]\nFROM base\nC|MD ["-v"]', "A container runs `/app -v`."],
		['FROM a AS base\nCMD ["-v"]\nFROM base\nE|NTRYPOINT ["/app"]', "A container runs `/app`."],
		['FROM a\nSHELL ["bash", "-c"]\nC|MD echo it\'s', 'A container runs `bash -c "echo it\'s"`.'],
		['FROM a\nC|MD ["x"]', "That is so unless the base image has an `ENTRYPOINT`, which would come in front."],
		['FROM a\nC|MD ["x"]\nCMD ["y"]', 'Has no effect: `CMD ["y"]` (line 3) takes its place.'],
		["FROM a\nENTRYPOINT app\nC|MD x", "Ignored, because `ENTRYPOINT app` (line 2) is in shell form."],
		["FROM a\nC|MD exec app", "Shell form, but `exec` puts the program in the place of `/bin/sh`, so that it receives the signal of `docker stop`."],
		["FROM a\nC|MD app", expect.stringMatching(/^Shell form: `\/bin\/sh` is the container's first process/)],
	])("%j", (marked, fact) => expect(factsAt(marked)).toContainEqual(fact));

	test("the exec form has no shell to speak of", () => expect(factsAt('FROM scratch\nC|MD ["a"]')).toEqual(["A container runs `a`."]));
});

describe("variables", () => {
	test.each<[marked: string, covers: string, says: string | RegExp]>([
		[
			"ARG V=1\nFROM a:$|V",
			"$V",
			"`V` = `1`\n\nSet by `ARG V=1` (line 1). A default: `docker build --build-arg V=…` sets another. It stands before the first `FROM`, so only `FROM` lines see it, and stages that repeat `ARG V`.",
		],
		["FROM a\nENV V=1\nRUN echo ${|V}", "${V}", "`V` = `1`\n\nSet by `ENV V=1` (line 2). An environment variable of the build and of the container."],
		[
			"ARG V=1\nFROM a\nRUN echo $V|",
			"$V",
			/not set here\n\n`ARG V=1` \(line 1\) stands before the first `FROM`: this stage sees it only after its own `ARG V`\.$/,
		],
		[
			"FROM a\nARG V=1\nCMD echo $|V",
			"$V",
			/^`V` is not set when the container runs\n\nIt is a build argument \(`ARG V=1` \(line 2\)\), which only the build has\./,
		],
		["FROM a\nRUN echo $TARGET|ARCH", "$TARGETARCH", /A stage sees it only after `ARG TARGETARCH`\.$/],
		["FROM --platform=$|BUILDPLATFORM a", "$BUILDPLATFORM", /Platform of the machine that builds/],
		["FROM a\nUSER $|U", "$U", /Nothing in this stage sets it before this line\. Unless the base image does, it is empty\.$/],
		["FROM a:$|U", "$U", /`FROM` sees only what an `ARG` before the first `FROM` declares/],
		["FROM a\nUSER ${U|:-app}", "${U:-app}", /takes its place where it is unset or empty\.$/],
		["FROM ${U|:-app}", "${U:-app}", /takes its place where it is unset or empty\. Here: `app`$/],
		["ARG V=1.2\nFROM a:${V|%.*}", "${V%.*}", /shortest match of the pattern is taken off its end\. Here: `1`$/],
		[
			"FROM a\nARG TOK|EN",
			"TOKEN",
			"`TOKEN`: no value known before the build\n\nSet by `ARG TOKEN` (line 2). Empty unless `docker build --build-arg TOKEN=…` sets it. It is gone when the container runs.\n\nNo instruction of this file refers to it by `$`; programs that `RUN` starts may.",
		],
		["FROM a\nENV A=1 P|ATH=/x:$PATH\nRUN x", "PATH", /^`PATH` = `\/x:\$PATH`/],
		["FROM a\nENV V=1\nRUN <<EOF\necho $|V\nEOF", "$V", /^`V` = `1`/],
		["FROM a\nENV V=1\nRUN a \\\n # why\n  $|V", "$V", /^`V` = `1`/],
		["FROM a\nRUN curl $HTTPS_|PROXY", "$HTTPS_PROXY", /`RUN` sees it without an `ARG`/],
	])("%j", (marked, covers, says) => {
		expect(hoverAt(marked)).toEqual({ covers, says: saying(says) });
	});

	test.each([
		"FROM a\nENV V=1\nRUN echo '$|V'",
		"FROM a\nENV V=1\nRUN echo \\$|V",
		"FROM a\nRUN for f in *; do echo $|f; done",
		"FROM a\nENV V=1\nCOPY <<'EOF' /x\n$|V\nEOF",
	])("%j is no variable of Docker's", (marked) => expect(hoverAt(marked).says).toBeUndefined());
});

describe("flags, stages, images and comments", () => {
	test.each<[marked: string, covers: string, says: RegExp]>([
		["FROM a\nCOPY --ch|own=1 a b", "--chown=1", /COPY --chown=USER\[:GROUP\][\s\S]*Without it: the files belong to UID 0 and GID 0/],
		["FROM a\nCOPY --li|nk a b", "--link", /layer of its own[\s\S]*Since Dockerfile syntax 1\.4\.$/],
		["FROM a\nHEALTHCHECK --start-per|iod=5s CMD true", "--start-period=5s", /Without it: `0s`/],
		["FROM a\nHEALTHCHECK C|MD true", "CMD", /checks the container's health/],
		["FROM a\nRUN --mo|unt=type=cache,target=/x y", "--mount=type=cache,target=/x", /Gives this one command files/],
		["FROM a\nRUN --mount=type=cache,bo|gus=1 y", "--mount=type=cache,bogus=1", /Gives this one command files/],
		["FROM a\nRUN --mount=type=ca|che,target=/x y", "type=cache", /keeps from build to build/],
		["FROM a\nRUN --mount=type=cache,dst|=/x y", "dst=/x", /^\*\*`dst`\*\* of a `cache` mount: Where it appears/],
		["FROM a\nRUN --mount=target=/x,r|w y", "rw", /^\*\*`rw`\*\* of a `bind` mount: Lets the command write/],
		["FROM b AS build\nFROM a\nRUN --mount=from=bu|ild,target=/x y", "from=build", /Stage `build`, line 1/],
		["FROM b AS build\nFROM a\nCOPY --from=b|uild /a /b", "build", /^Stage `build`, line 1\n\nBuilt on the image `b`/],
		["FROM b AS build\nFROM a\nCOPY --from=|0 /a /b", "0", /^Stage `build`, line 1/],
		["FROM b AS bui|ld\nFROM a", "build", /^Stage `build`, line 1/],
		["FROM b A|S build", "AS", /^\*\*`AS`\*\* Names the stage/],
		["FROM b AS build\nFROM bui|ld", "build", /^Stage `build`, line 1/],
		["FROM local|host:5000/a/b", "localhost:5000/a/b", /in full `localhost:5000\/a\/b:latest`$/],
		["FROM user/ima|ge@sha256:0", "user/image@sha256:0", /in full `docker\.io\/user\/image@sha256:0`$/],
		["FROM scr|atch", "scratch", /is empty/],
		["FROM bu|ild AS y\nFROM a AS build", "build", /The stage of that name begins only in a later line/],
		["# syn|tax=docker/dockerfile:1\nFROM a", "# syntax=docker/dockerfile:1", /BuildKit pulls it/],
		["# escape|=`\nFROM a", "# escape=`", /continues a line/],
		["ONBU|ILD RUN x", "ONBUILD", /Keeps an instruction for later/],
		["fr|om a", "from", /Begins a build stage/],
	])("%j", (marked, covers, says) => {
		const found = hoverAt(marked);
		expect(found.covers).toBe(covers);
		expect(found.says).toMatch(says);
	});

	test.each(["|", "# a com|ment\nFROM a", "BOG|US x", "FROM a\nCOPY --bog|us a b", "FROM a\n|\nRUN b", "FROM a\nRUN ec|ho"])("nothing at %j", (marked) =>
		expect(hoverAt(marked).says).toBeUndefined(),
	);
});

test("why a finding matters is told where it is, after what the instruction does", () => {
	const file = parse("FROM debian:12\nMAINTAINER Jo\nRUN apt-get install git\n");
	const { findings } = lint(dockerfileLanguage, file, rules, defaultConfiguration);
	const context = { rules, findings, rulePage: (id: string) => `file:///${id}.md` };
	const atKeyword = withReasons(hover(file, 16, undefined), 16, context);
	expect(atKeyword?.markdown).toMatch(
		/Names the image's author[\s\S]*\n---\n\n\*\*`maintainer-instruction`\*\* .*\[Documentation\]\(file:\/\/\/maintainer-instruction\.md\)\n\nAlso known as `DL4000`, .*\.$/,
	);
	expect(withReasons(undefined, 16, { ...context, exampleOf: (id) => `an example of ${id}` })?.markdown).toMatch(
		/\n\nan example of maintainer-instruction\n\nAlso known as /,
	);
	const atCommand = withReasons(undefined, file.text.indexOf("install"), context);
	expect(atCommand?.markdown).toMatch(/^\*\*`apt-get-/);
	expect(atCommand && file.text.slice(atCommand.range.start, atCommand.range.end)).toBe("apt-get install");
});

test("what a file says is not taken for Markdown", () => {
	expect(hoverAt("FROM a`b`![x](http://example.com) AS b\nFR|OM b").says).not.toMatch(/(?<!`)!\[x\]/);
	expect(factsAt("FROM a\nUS|ER `[x](command:y)`")).toEqual(["The user `` `[x](command:y)` `` from here to the end, and in containers."]);
});

test("every instruction and flag that Docker's reference lists is explained", () => {
	const reference = readFileSync(new URL("reference.txt", import.meta.url), "utf8");
	const listed = reference.split("\n").filter((line) => line && !line.startsWith("#"));
	const known = [
		...Object.keys(instructionDocumentation),
		...Object.entries(flagDocumentation).flatMap(([keyword, flags]) => Object.keys(flags).map((flag) => `${keyword} --${flag}`)),
		...Object.keys(mountDocumentation).map((type) => `RUN --mount=type=${type}`),
	];
	expect(known.toSorted()).toEqual(listed.toSorted());
});

test("every variable that BuildKit sets is explained", () => {
	expect(Object.keys(platformVariables).toSorted()).toEqual(platformArguments.toSorted());
	expect(Object.keys(predefinedArguments)).toEqual(expect.arrayContaining([...proxyArguments]));
});

test("no text and no place in it makes a hover throw, and each range is in the text and at the place", () => {
	const word = fc.constantFrom(
		"FROM a AS b",
		"COPY --from=b x y",
		"RUN --mount=type=cache,from=b",
		"ARG A=${B:-1}",
		"ENV A=$A B='$A",
		'CMD ["a"',
		"ONBUILD ADD",
		"HEALTHCHECK CMD",
		"EXPOSE $A",
		"<<EOF",
		"\\\n",
		"\n",
		"# check=skip=x\n",
		"WORKDIR ..",
		"USER",
		"SHELL []",
		"$",
		"{",
		"'",
		"`",
		"🚢",
		"\r\n",
		'VOLUME ["a"]',
		"STOPSIGNAL",
	);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 12 }), fc.nat(), (words, place) => {
			const text = words.join(words.length % 2 ? " " : "\n");
			const offset = text.length ? place % (text.length + 1) : 0;
			const file = parse(text);
			const { findings } = lint(dockerfileLanguage, file, rules, defaultConfiguration);
			const found = withReasons(hover(file, offset, undefined), offset, { rules, findings, rulePage: () => undefined });
			const { start, end } = found?.range ?? { start: offset, end: offset };
			expect([start <= offset, offset <= end, end <= text.length, found?.markdown !== ""]).toEqual([true, true, true, true]);
		}),
		{ numRuns: 2000 },
	);
});
