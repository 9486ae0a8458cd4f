import { expect, test } from "vitest";
import { parse } from "../../src/engine/dockerfile/parse.ts";
import { hover } from "../../src/engine/language/dockerfile/hover/hover.ts";
import { loadCatalogue } from "../../src/l10n/locales.ts";

const catalogue = await loadCatalogue("zh-CN");

/** Names, which are the same in every language. */
const names =
	/Docker(?:file)?|BuildKit|Hullwright|Compose|Engine|Windows|Linux|shell|exec|root|tar|gzip|bzip2|zstd|GitHub|Git|SSH|Unix|TCP|UDP|HTTP|URL|UID|GID|CDI|RFC|SPDX|Renovate|Here|apt|scratch|setuid|setgid|Ctrl|nginx|PHP-FPM|PostgreSQL|Apache HTTP Server|HAProxy|Java|Node\.js|min\b/gi;

/** What is said in words: no code, no address. */
const wordsOf = (markdown: string): string =>
	markdown
		.replace(/```[^]*?```/g, "")
		.replace(/(`+)[^]*?\1/g, "")
		.replace(/\]\([^)]*\)/g, "]")
		.replace(names, "");

const everything = String.raw`# syntax=docker/dockerfile:1
# check=skip=all
ARG VERSION=12
ARG BUILDPLATFORM
FROM --platform=$BUILDPLATFORM debian:${"$"}{VERSION:-13} AS build
ARG VERSION
ARG TARGETARCH
ARG NAME
ARG HTTP_PROXY
ENV A=1 B=${"$"}{A:+x} C=${"$"}{A#1} D=${"$"}{A//1/2} E=${"$"}{NONE:?} F=$PATH G=$TARGETOS
LABEL a=b org.opencontainers.image.source=https://example.com org.opencontainers.image.version=$VERSION
MAINTAINER somebody
WORKDIR app
WORKDIR /app
WORKDIR sub
USER root
USER app
SHELL ["powershell", "-NoLogo", "-Command"]
SHELL ["/bin/bash", "-exo", "pipefail", "-c"]
RUN ["cp", "$A", "b"]
RUN --network=none --security=insecure --device=a --mount=type=bind,from=base,source=/a,target=/b,rw,ro echo $A $VERSION
RUN --mount=type=cache,id=a,target=/c,sharing=locked,mode=0755,uid=0,gid=0 true
RUN --mount=type=tmpfs,target=/t,size=1m --mount=type=secret,id=s,env=S,required --mount=type=ssh,id=x,target=/s ["true"]
RUN <<EOF
true
EOF
RUN cat <<'EOF'
text
EOF
COPY <<-EOF /text
text
EOF
COPY --chown=1000:1 --chmod=6750 --from=debian:13 a b
COPY --chown=www-data --chmod=u=rwX,go-w,o=g a b
COPY --from=base --chown=a --chmod=1 --link --parents --exclude=b a b /c/
COPY --from=image a /
ADD --keep-git-dir --checksum=sha256:0 --unpack a.tar https://example.com/a.tar https://github.com/a/b.git /d
ADD --unpack=false a.tar /d
EXPOSE 80 81/udp
EXPOSE 80
VOLUME /x /y
STOPSIGNAL KILL
STOPSIGNAL SIGINT
STOPSIGNAL SIGQUIT
STOPSIGNAL SIGWINCH
STOPSIGNAL usr1
HEALTHCHECK NONE
HEALTHCHECK --interval=90s --timeout=2s --start-period=3s --start-interval=4s --retries=1 CMD true
ONBUILD RUN true
FROM scratch AS base
FROM build
COPY --from=build a b
ENTRYPOINT a
CMD echo $NAME $VERSION
FROM $UNKNOWN
HEALTHCHECK CMD ["a"]
ENTRYPOINT exec a
ENTRYPOINT ["a"]
CMD ["b"]
`;

test("hovers over all that a Dockerfile can hold speak Chinese, whole", () => {
	const file = parse(everything);
	const said = new Set<string>();
	for (let offset = 0; offset < everything.length; offset++) {
		const found = hover(file, offset, catalogue);
		if (found) said.add(found.markdown);
	}
	expect(said.size).toBeGreaterThan(100);
	expect([...said].filter((markdown) => /[a-z]{3}/i.test(wordsOf(markdown)))).toEqual([]);
});
