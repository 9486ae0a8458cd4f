/** The ways to write each instruction, as snippets: `${1:NAME}` is a gap that the editor leads to. */
export const forms: Readonly<Record<string, readonly string[]>> = {
	FROM: ["FROM ${1:image}:${2:tag}", "FROM ${1:image}:${2:tag} AS ${3:stage}", "FROM --platform=\\$BUILDPLATFORM ${1:image}:${2:tag} AS ${3:stage}"],
	RUN: ["RUN ${1:command}", "RUN <<EOF\n${1:command}\nEOF", "RUN --mount=type=cache,target=${1:path} ${2:command}", 'RUN ["${1:executable}", "${2:argument}"]'],
	COPY: [
		"COPY ${1:source} ${2:destination}",
		"COPY --from=${1:stage} ${2:source} ${3:destination}",
		'COPY ["${1:source}", "${2:destination}"]',
		"COPY <<EOF ${1:destination}\n${2:content}\nEOF",
	],
	WORKDIR: ["WORKDIR ${1:/path}"],
	ENV: ["ENV ${1:NAME}=${2:value}"],
	ARG: ["ARG ${1:NAME}", "ARG ${1:NAME}=${2:default}"],
	EXPOSE: ["EXPOSE ${1:port}", "EXPOSE ${1:port}/${2|tcp,udp|}"],
	USER: ["USER ${1:user}", "USER ${1:user}:${2:group}"],
	ENTRYPOINT: ['ENTRYPOINT ["${1:executable}", "${2:argument}"]', 'ENTRYPOINT ["${1:executable}"]'],
	CMD: ['CMD ["${1:executable}", "${2:argument}"]', 'CMD ["${1:executable}"]', "CMD ${1:command}"],
	LABEL: ['LABEL ${1:key}="${2:value}"'],
	VOLUME: ["VOLUME ${1:/path}", 'VOLUME ["${1:/path}"]'],
	HEALTHCHECK: [
		'HEALTHCHECK --interval=${1:30s} --timeout=${2:5s} --start-period=${3:10s} --retries=${4:3} CMD ["${5:executable}", "${6:argument}"]',
		"HEALTHCHECK CMD ${1:command} || exit 1",
		"HEALTHCHECK NONE",
	],
	ADD: ["ADD ${1:source} ${2:destination}", "ADD --checksum=sha256:${1:checksum} ${2:url} ${3:destination}", 'ADD ["${1:source}", "${2:destination}"]'],
	SHELL: ['SHELL ["${1:/bin/bash}", "-o", "pipefail", "-c"]', 'SHELL ["${1:executable}", "${2:argument}"]'],
	STOPSIGNAL: ["STOPSIGNAL ${1:SIGTERM}"],
	ONBUILD: ["ONBUILD ${1:instruction}"],
	MAINTAINER: ["MAINTAINER ${1:name}"],
};

/** What a snippet puts there where nobody fills in its gaps. */
export const toText = (snippet: string): string =>
	snippet
		.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
		.replace(/\$\{\d+:([^}]*)\}/g, "$1")
		.replace(/\$\d/g, "")
		.replace(/\\([$}\\])/g, "$1");

/** A text that means itself in a snippet. */
export const toSnippet = (text: string): string => text.replace(/[\\$}]/g, String.raw`\$&`);
