import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { type CompletionContext, completionsAt, wantsOf } from "../../../../src/engine/language/dockerfile/completion/completion.ts";
import type { Completion } from "../../../../src/engine/language/completion.ts";
import { say, textOf } from "../../../../src/engine/text/message.ts";

const nothing: CompletionContext = { entries: [], images: [], isAsked: true };

/** What is offered where `‸` stands, in the order in which it is shown; undefined where nothing is known of the place. */
function offered(marked: string, context: Partial<CompletionContext> = {}): readonly Completion[] | undefined {
	const offset = marked.indexOf("‸");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	return completionsAt(parse(text), offset, { ...nothing, ...context })?.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
}

const labels = (marked: string, context: Partial<CompletionContext> = {}): readonly string[] | undefined => offered(marked, context)?.map(({ label }) => label);

/** The text after the completion with that label has been taken. */
function taking(label: string, marked: string, context: Partial<CompletionContext> = {}): string {
	const text = marked.replace("‸", "");
	const found = offered(marked, context)?.find((each) => each.label === label);
	if (!found) return `${label} is not offered`;
	return text.slice(0, found.range.start) + (found.text ?? found.snippet ?? found.label) + text.slice(found.range.end);
}

const detailOf = (label: string, marked: string, context: Partial<CompletionContext> = {}): string | undefined => {
	const detail = offered(marked, context)?.find((each) => each.label === label)?.detail;
	return typeof detail === "object" ? textOf(detail) : detail;
};

describe("instructions", () => {
	test("before the first FROM there are few, and parser directives where those may stand", () => {
		expect(labels("‸")?.filter((label) => !label.includes(" "))).toEqual(["FROM", "ARG"]);
		expect(labels("‸")).toEqual(expect.arrayContaining(["# syntax=", "# escape=", "# check="]));
		expect(labels("# syntax=a\n‸")).not.toContain("# syntax=");
		expect(labels("# syntax=a\n\n‸")).not.toContain("# escape=");
	});
	test("in a stage there are all, the deprecated one last and marked", () => {
		const keywords = offered("FROM a\n‸")?.filter(({ kind }) => kind === "keyword");
		expect(keywords).toHaveLength(18);
		expect(keywords?.at(-1)).toMatchObject({ label: "MAINTAINER", isDeprecated: true });
	});
	test("they are written as the file writes them", () => {
		expect(taking("run", "from a\nr‸")).toBe("from a\nrun ");
		expect(taking("RUN", "FROM a\nr‸")).toBe("FROM a\nRUN ");
		expect(taking("FROM", "f‸")).toBe("FROM ");
		expect(labels("from a\nfr‸")).toContain("from image:tag as stage");
	});
	test("with something behind it only the word changes", () => {
		expect(taking("COPY", "FROM a\nCO‸ a b")).toBe("FROM a\nCOPY a b");
		expect(labels("FROM a\nCO‸ a b")).not.toContain("COPY source destination");
	});
	test("a form of several lines has a label of one", () => {
		expect(labels("FROM a\nRUN‸")).toContain("RUN <<EOF …");
		expect(taking("RUN <<EOF …", "FROM a\nRUN‸")).toBe("FROM a\nRUN <<EOF\n${1:command}\nEOF");
	});
	test("on Windows no command needs a mount or another shell", () => {
		expect(labels("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN p‸")).toEqual(["pip install"]);
	});
	test("ONBUILD takes none that Docker refuses there", () => {
		const keywords = labels("FROM a\nONBUILD ‸");
		expect(keywords).toEqual(expect.arrayContaining(["RUN", "COPY"]));
		expect(keywords).not.toEqual(expect.arrayContaining(["FROM"]));
		expect(labels("FROM a\nONBUILD ONBUILD ‸")).toBeUndefined();
		expect(labels("FROM a\nONBUILD ONBUILD R‸")).toBeUndefined();
	});
	test("a blank before them opens nothing, nor does one behind what is complete", () => {
		expect(labels("FROM a\n ‸", { isAsked: false })).toBeUndefined();
		expect(labels("FROM a ‸", { isAsked: false })).toBeUndefined();
		expect(labels("FROM a\nEXPOSE 80 ‸", { isAsked: false })).toBeUndefined();
		expect(labels("FROM a\nEXPOSE ‸", { isAsked: false })).toContain("8080");
		expect(labels("FROM a\nRUN make ‸", { isAsked: false })).toBeUndefined();
	});
});

describe("directives", () => {
	test("their names and values", () => {
		expect(taking("# syntax=", "#‸")).toBe("# syntax=");
		expect(taking("docker/dockerfile:1", "# syntax=doc‸")).toBe("# syntax=docker/dockerfile:1");
		expect(labels("# escape=‸")).toEqual(["`", "\\"]);
		expect(labels("# check=‸")).toEqual(["skip=", "skip=all", "error=true"]);
		expect(labels("# check=skip=‸")).toBeUndefined();
	});
});

describe("flags", () => {
	test("those of the instruction that are not given yet", () => {
		expect(labels("FROM a\nCOPY --from=b --‸")).toEqual(["--chown=", "--chmod=", "--link", "--parents", "--exclude="]);
		expect(labels("FROM a\nRUN --mount=type=ssh --‸ b")).toContain("--mount=");
		expect(labels("FROM a\nHEALTHCHECK --‸")).toEqual(["--interval=", "--timeout=", "--start-period=", "--start-interval=", "--retries="]);
		expect(labels("FROM a\nWORKDIR --‸")).toEqual([]);
	});
	test("what is written of one is replaced", () => {
		expect(taking("--from=", "FROM a\nCOPY --f‸")).toBe("FROM a\nCOPY --from=");
		expect(taking("--from", "FROM a\nCOPY --f‸oo=b c d")).toBe("FROM a\nCOPY --from=b c d");
	});
	test("their values", () => {
		expect(labels("FROM a\nRUN --network=‸")).toEqual(["default", "none", "host"]);
		expect(labels("FROM a\nRUN --security=‸")).toEqual(["sandbox", "insecure"]);
		expect(labels("FROM a\nCOPY --link=‸")).toEqual(["true", "false"]);
		expect(labels("FROM a\nCOPY --chmod=7‸")).toContain("755");
		expect(labels("FROM a\nCOPY --nothing=‸")).toBeUndefined();
		expect(labels("FROM --platform=linux/mips64le a\nFROM --platform=‸")?.slice(0, 3)).toEqual(["$BUILDPLATFORM", "$TARGETPLATFORM", "linux/mips64le"]);
	});
	test("are told of as the hover does", () => {
		const [chown] = offered("FROM a\nCOPY --‸")?.filter(({ label }) => label === "--chown=") ?? [];
		expect(chown?.about?.(undefined)).toMatch(/^```dockerfile\nCOPY --chown=USER\[:GROUP\]\n```\n\nOwner of the copied files/);
	});
});

describe("mounts", () => {
	test("types first, then the keys of the type that are not given", () => {
		expect(labels("FROM a\nRUN --mount=‸")?.slice(0, 5)).toEqual(["type=bind", "type=cache", "type=tmpfs", "type=secret", "type=ssh"]);
		expect(labels("FROM a\nRUN --mount=type=‸")).toEqual(["bind", "cache", "tmpfs", "secret", "ssh"]);
		expect(labels("FROM a\nRUN --mount=type=secret,id=x,dst=/y,‸")).toEqual(["env=", "required", "mode=", "uid=", "gid="]);
		expect(labels("FROM a\nRUN --mount=type=nothing,‸")).toEqual([]);
	});
	test("values, those of the file first", () => {
		expect(labels("FROM a\nRUN --mount=type=cache,id=pkg,target=/c b\nRUN --mount=type=cache,id=‸")).toEqual(["pkg"]);
		expect(labels("FROM a\nRUN --mount=type=cache,target=/own b\nRUN --mount=type=cache,target=‸")?.[0]).toBe("/own");
		expect(labels("FROM a\nRUN --mount=type=cache,sharing=‸")).toEqual(["shared", "locked", "private"]);
		expect(labels("FROM a AS one\nFROM b\nRUN --mount=from=‸")?.[0]).toBe("one");
		expect(labels("FROM a\nRUN --mount=type=tmpfs,nothing=‸")).toBeUndefined();
	});
});

describe("stages and images", () => {
	const file = "FROM a AS one\nFROM b\nFROM c AS Two\n";
	test("FROM takes stages above it, then images", () => {
		expect(labels(`${file}FROM ‸`)?.slice(0, 2)).toEqual(["Two", "one"]);
		expect(labels(`${file}FROM ‸`)).toEqual(expect.arrayContaining(["a", "b", "c", "scratch", "debian", "node"]));
		expect(labels("FROM ‸ AS one\nFROM b AS two")).not.toContain("two");
	});
	test("files are taken from stages, from those without a name by number", () => {
		expect(labels(`${file}FROM d AS own\nCOPY --from=‸`)?.slice(0, 3)).toEqual(["Two", "1", "one"]);
		expect(labels(`${file}ONBUILD COPY --from=‸`)?.slice(0, 2)).toEqual(["1", "one"]);
	});
	test("images of others, with where they come from", () => {
		const images = [{ name: "registry.example/team/base:3", origin: say`In the local engine` }];
		expect(detailOf("registry.example/team/base:3", "FROM re‸", { images })).toBe("In the local engine");
		expect(taking("registry.example/team/base:3", "FROM registry.example/t‸eam", { images })).toBe("FROM registry.example/team/base:3");
	});
	test("AS, as large as FROM", () => {
		expect([labels("FROM a ‸"), labels("from a ‸")]).toEqual([["AS"], ["as"]]);
		expect(labels("FROM a AS ‸")).toBeUndefined();
	});
});

describe("variables", () => {
	test("those in scope, with value and origin", () => {
		const file = "ARG G=1\nFROM a\nARG A\nENV E=$A B=x\n";
		expect(labels(`${file}WORKDIR /$‸`)).toEqual(["E", "B", "A", "PATH", "G"]);
		expect(detailOf("B", `${file}WORKDIR /$‸`)).toBe("= x");
		expect(detailOf("G", `${file}WORKDIR /$‸`)).toBe("Needs its own ARG in this stage");
		const [B] = offered(`${file}WORKDIR /$B‸`)?.filter(({ label }) => label === "B") ?? [];
		expect(B?.about?.(undefined)).toMatch(/^`B` = `x`\n\nSet by `ENV E=\$A B=x` \(line 4\)/);
	});
	test("in braces or not, and closed once", () => {
		expect(taking("A", "FROM a\nARG A\nUSER $‸")).toBe("FROM a\nARG A\nUSER $A");
		expect(taking("A", "FROM a\nARG A\nUSER ${‸")).toBe("FROM a\nARG A\nUSER ${A}");
		expect(taking("A", "FROM a\nARG A\nUSER x${B‸}y")).toBe("FROM a\nARG A\nUSER x${A}y");
	});
	test("FROM sees what stands above, and the platform arguments", () => {
		expect(labels("ARG V=1\nFROM a:$‸")).toEqual(["V", ...(labels("FROM a:$‸") ?? [])]);
		expect(labels("FROM a:$‸")).toContain("TARGETARCH");
	});
	test("in commands of the build there are arguments, in those of the container none", () => {
		const file = "FROM a\nARG A=1\nENV E=2\n";
		expect(labels(`${file}RUN echo "$‸`)?.slice(0, 2)).toEqual(["E", "A"]);
		expect(labels(`${file}RUN echo "$‸`)).toContain("http_proxy");
		expect(labels(`${file}CMD echo $‸`)).toEqual(["E", "PATH"]);
		expect(labels(`${file}RUN <<EOF\necho $‸\nEOF`)).toContain("A");
	});
	test("not where nobody expands them", () => {
		expect(labels("FROM a\nENV E=1\nRUN echo '$‸'")).toBeUndefined();
		expect(labels("FROM a\nENV E=1\nRUN echo \\$‸")).toBeUndefined();
		expect(labels('FROM a\nENV E=1\nCMD ["$‸"]')).toBeUndefined();
		expect(labels("FROM a\nENV E=1\nCOPY <<'EOF' /b\n$‸\nEOF")).toBeUndefined();
		expect(labels("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nENV E=1\nRUN echo $‸")).toBeUndefined();
		expect(labels("FROM a\nENV E=1\nCOPY <<EOF /b\n$‸\nEOF")).toContain("E");
	});
	test("a trigger sees what the stage leaves behind", () => {
		expect(labels("FROM a\nARG A=1\nENV E=1\nONBUILD WORKDIR $‸")).toEqual(["E", "PATH"]);
	});
});

describe("names", () => {
	test("ARG names what stands above the first FROM, and what BuildKit knows", () => {
		expect(labels("ARG G=1\nFROM a\nARG ‸")?.[0]).toBe("G");
		expect(labels("FROM a\nARG ‸")).toEqual(expect.arrayContaining(["TARGETARCH", "HTTP_PROXY", "SOURCE_DATE_EPOCH"]));
		expect(labels("FROM a\nARG TARGETARCH\nARG ‸")).not.toContain("TARGETARCH");
	});
	test("ENV may keep an argument, and LABEL has keys of its own", () => {
		expect(taking("V=$V", "FROM a\nARG V\nENV ‸")).toBe("FROM a\nARG V\nENV V=$V");
		expect(labels("FROM python:3\nENV ‸")).toContain("PYTHONUNBUFFERED=1");
		expect(labels("FROM a\nLABEL org.opencontainers.image.title=x org.‸")).toContain("org.opencontainers.image.source");
		expect(labels("FROM a\nLABEL org.opencontainers.image.title=x org.‸")).not.toContain("org.opencontainers.image.title");
	});
});

describe("paths", () => {
	const entries = [
		{ name: ".git", isFolder: true, isIgnored: true },
		{ name: "main.go", isFolder: false, isIgnored: false },
		{ name: "src", isFolder: true, isIgnored: false },
	];
	test("sources from the context, what is left out last and marked", () => {
		expect(labels("FROM a\nCOPY ‸", { entries })?.slice(0, 4)).toEqual([".", "main.go", "src/", ".git/"]);
		expect(detailOf(".git/", "FROM a\nCOPY ‸", { entries })).toBe("Left out by .dockerignore");
		expect(taking("main.go", "FROM a\nCOPY ./cmd/m‸ /", { entries })).toBe("FROM a\nCOPY ./cmd/main.go /");
		expect(taking("src/", 'FROM a\nCOPY ["s‸", "/"]', { entries })).toBe('FROM a\nCOPY ["src/", "/"]');
		expect(taking("main.go", "FROM a\nCOPY [‸]", { entries })).toBe('FROM a\nCOPY ["main.go"]');
	});
	test.each([
		["COPY ‸", ""],
		["COPY cmd/sub/m‸ /", "cmd/sub"],
		["COPY ../../m‸ /", ""],
		["COPY /cmd/‸ /", "cmd"],
		["ADD ./a/../b/‸", "b"],
		['COPY ["a/‸', "a"],
		["COPY $X/‸", undefined],
		["COPY --from=b a/‸", undefined],
		["RUN --mount=type=bind,source=a/‸", "a"],
		["RUN --mount=type=bind,from=b,source=a/‸", undefined],
		["COPY --exclude=a/‸", "a"],
		["ONBUILD COPY a/‸", "a"],
		["WORKDIR a/‸", undefined],
	])("%s wants to know a folder: %s", (marked, folder) => {
		const text = `FROM a\n${marked}`;
		const offset = text.indexOf("‸");
		expect(wantsOf(parse(text.replace("‸", "")), offset).folder).toBe(folder);
	});
	test("what a stage is known to have", () => {
		const file = "FROM golang AS build\nWORKDIR /src\nCOPY go.mod ./\nRUN go build -o /out/app .\nFROM scratch\n";
		expect(labels(`${file}COPY --from=build ‸ /`)).toEqual(expect.arrayContaining(["/out/app", "/src", "/src/go.mod"]));
	});
	test("directories used so far", () => {
		expect(labels("FROM a\nWORKDIR /srv/shop\nCOPY a /etc/shop/\nWORKDIR ‸")?.slice(0, 2)).toEqual(["/srv/shop", "/etc/shop/"]);
		expect(labels("FROM a\nVOLUME ‸")).toContain("/data");
	});
});

describe("other arguments", () => {
	test("users of the file and of the base image", () => {
		expect(labels("FROM node:22\nRUN useradd -u 5000 shop\nUSER ‸")?.slice(0, 4)).toEqual(["shop", "5000", "node", "1000"]);
		expect(labels("FROM node:22\nUSER node:‸")?.[0]).toBe("node:node");
		expect(labels("FROM node:22\nCOPY --chown=‸")?.[0]).toBe("node:node");
	});
	test("ports, and the protocols of one that is written", () => {
		expect(labels("FROM a\nEXPOSE 80 ‸")).not.toContain("80");
		expect(labels("FROM a\nEXPOSE 9999‸")?.slice(0, 2)).toEqual(["9999/tcp", "9999/udp"]);
	});
	test("signals, shells, and what a health check begins with", () => {
		expect(labels("FROM a\nSTOPSIGNAL ‸")?.slice(0, 2)).toEqual(["SIGTERM", "SIGQUIT"]);
		expect(labels("FROM a\nSHELL ‸")?.[0]).toBe('["/bin/bash", "-o", "pipefail", "-c"]');
		expect(labels('FROM a\nSHELL ["/bin/bash", "-o", "‸')).toEqual(["pipefail"]);
		expect(labels("FROM a\nHEALTHCHECK ‸")?.slice(0, 2)).toEqual(["CMD", "NONE"]);
		expect(labels("FROM a\nHEALTHCHECK --retries=2 C‸")).toEqual(["CMD", "NONE"]);
	});
	test("nothing where nobody can know", () => {
		expect(labels("FROM a\nMAINTAINER ‸")).toBeUndefined();
		expect(labels("FROM a\nENV A=‸")).toBeUndefined();
		expect(labels("FROM a\nRUN make ‸")).toBeUndefined();
		expect(labels("FROM a\n# ‸")).toBeUndefined();
	});
});

describe("commands", () => {
	test("fit the system of the stage's image", () => {
		expect(labels("FROM debian:13\nRUN ‸")).toEqual(expect.arrayContaining(["apt-get install", "useradd", "npm ci", "--mount="]));
		expect(labels("FROM debian:13\nRUN ‸")).not.toEqual(expect.arrayContaining(["apk add"]));
		expect(labels("FROM node:22-alpine AS a\nFROM a\nRUN ap‸")).toEqual(expect.arrayContaining(["apk add", "adduser"]));
		expect(labels("FROM fedora\nRUN ‸")).toContain("dnf install");
		expect(labels("FROM a\nRUN apk update\nRUN ‸")).not.toContain("apt-get install");
		expect(labels("FROM debian:13\nCMD ‸")).toBeUndefined();
	});
	test("with a mount only where flags may stand", () => {
		expect(labels("FROM node:22\nRUN make && ‸")).toContain("npm ci");
		expect(labels("FROM node:22\nRUN make && ‸")).not.toContain("npm ci (cache mount)");
		expect(labels("FROM node:22\nRUN <<EOF\n‸\nEOF")).not.toContain("npm ci (cache mount)");
	});
	test("as lines of a command, or of a script", () => {
		expect(taking("apt-get install", "FROM debian:13\nRUN apt‸")).toBe(
			"FROM debian:13\nRUN apt-get update && \\\\\n    apt-get install -y --no-install-recommends ${1:packages} && \\\\\n    rm -rf /var/lib/apt/lists/*",
		);
		expect(taking("apk add (build tools, removed)", "# escape=`\nFROM alpine\nRUN ‸")).toContain("&& `\n    ${2:command}");
		expect(taking("apt-get install", "FROM debian:13\nRUN <<EOF\n‸\nEOF")).toContain("apt-get update\napt-get install");
	});
});
