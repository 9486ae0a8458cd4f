import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { linksIn } from "../../../../src/engine/language/dockerfile/links.ts";

/** "what is written -> where it leads". */
function links(text: string): string[] {
	return linksIn(parse(text)).map((link) => `${text.slice(link.start, link.end)} -> ${link.kind === "source" ? link.path : link.url}`);
}

test.each([
	["debian:12", "https://hub.docker.com/_/debian"],
	["library/debian", "https://hub.docker.com/_/debian"],
	["docker.io/library/debian:12", "https://hub.docker.com/_/debian"],
	["bitnami/redis@sha256:abc", "https://hub.docker.com/r/bitnami/redis"],
	["ghcr.io/astral-sh/uv:latest", "https://ghcr.io/astral-sh/uv"],
	["quay.io/fedora/fedora", "https://quay.io/repository/fedora/fedora"],
	["mcr.microsoft.com/dotnet/sdk:9.0", "https://mcr.microsoft.com/artifact/mar/dotnet/sdk"],
	["gcr.io/distroless/static", "https://gcr.io/distroless/static"],
	["public.ecr.aws/docker/library/node:22", "https://gallery.ecr.aws/docker/library/node"],
	["nvcr.io/nvidia/cuda:12", "https://catalog.ngc.nvidia.com/orgs/nvidia/containers/cuda"],
	["de$X:12", "https://hub.docker.com/_/debian"],
	["node:${UNKNOWN}-slim", "https://hub.docker.com/_/node"],
	["scratch", undefined],
	["registry.example.com/a:1", undefined],
	["ghcr.io/astral-sh", undefined],
	["localhost:5000/a", undefined],
	["$UNKNOWN", undefined],
	["$UNKNOWN/a:1", undefined],
])("the image %s", (image, url) => {
	expect(links(`ARG X=bian\nARG UNKNOWN\nFROM --platform=linux/amd64 ${image} AS a\n`)).toEqual(url === undefined ? [] : [`${image} -> ${url}`]);
});

test("images that files are taken from, and no stages", () => {
	expect(
		links("FROM alpine AS a\nFROM a\nCOPY --from=a x y\nCOPY --from=0 x y\nCOPY --from=nginx:1 x y\nRUN --mount=type=bind,from=ghcr.io/a/b,target=/x ls\n"),
	).toEqual(["alpine -> https://hub.docker.com/_/alpine", "nginx:1 -> https://hub.docker.com/_/nginx", "ghcr.io/a/b -> https://ghcr.io/a/b"]);
});

test("sources in the build context", () => {
	const text = `FROM scratch
ARG NAME=app
COPY package.json ./src/$NAME.js "/with blank" *.txt . /
COPY ["a b.txt", "c/", "/"]
ADD --chown=1:1 \\
  # the archive
  app.tar.gz https://example.com/\${NAME}.tgz git@example.com:a/b.git $X /
COPY --from=x y /
COPY <<EOF /z
EOF
`;
	expect(links(text)).toEqual([
		"package.json -> package.json",
		"./src/$NAME.js -> ./src/app.js",
		'"a b.txt" -> a b.txt',
		'"c/" -> c/',
		"app.tar.gz -> app.tar.gz",
		"https://example.com/${NAME}.tgz -> https://example.com/app.tgz",
	]);
});

test("addresses", () => {
	const text = `# See https://example.com/a?b=c#d. (And http://example.com/x)
FROM scratch
ARG V=1 W
RUN curl -fsSL "https://example.com/v\${V}/a.sh" | sh && wget https://example.com/$V-$W.gz https://example.com/$(uname) https://example.com/{a,b}; \\
  # and https://example.com/$V,
  git clone https://example.com/b.git&&true
RUN curl https://\\
example.com
LABEL url=https://example.com/🚢
RUN <<EOF
curl 'https://example.com/<x>' https:// https://example.com/$V
EOF
`;
	expect(links(text)).toEqual([
		"https://example.com/a?b=c#d -> https://example.com/a?b=c#d",
		"http://example.com/x -> http://example.com/x",
		"https://example.com/v${V}/a.sh -> https://example.com/v1/a.sh",
		"https://example.com/b.git -> https://example.com/b.git",
		"https://example.com/🚢 -> https://example.com/🚢",
		"https://example.com/$V -> https://example.com/1",
	]);
});
