import { expect, test } from "vitest";
import { checksOf } from "./checks.ts";

/** Instructions of which hadolint's program (v2.15.1) tells the id, and others of which it does not. */
const hadolints: readonly (readonly [id: string, told: readonly string[], left: readonly string[]])[] = [
	["DL3000", ["WORKDIR ../app", "WORKDIR ~", 'WORKDIR "app"'], ["WORKDIR $APP", "WORKDIR C:\\app", "ONBUILD WORKDIR app"]],
	["DL3001", ["RUN service nginx start"], ["RUN sudo service nginx start"]],
	["DL3002", ["USER root", "USER 0:0"], ["USER app", "RUN true", 'USER "root"']],
	["DL3003", ["RUN make && cd /app"], ['RUN bash -c "cd /app"', "ONBUILD RUN cd /app"]],
	["DL3006", ["FROM debian", "FROM platform-$ARCH"], ["FROM $BASE", "FROM debian:$TAG", "FROM scratch"]],
	["DL3007", ["FROM debian:latest", "FROM $BASE:latest"], ["FROM debian:$LATEST", 'FROM "debian:latest"']],
	[
		"DL3009",
		["RUN apt-get update", "RUN rm -r /tmp/x; apt update", "RUN apt-get update && apt-get install -y curl && apt-get dist-clean"],
		["RUN apt-get update && rm -rf /tmp/x", "RUN sudo apt-get update", "RUN nala update"],
	],
	[
		"DL3013",
		["RUN pip install flask", "RUN pip install $PACKAGE", "RUN pip install .[dev]", "RUN pip install -e ./app flask"],
		[
			"RUN pip install flask==3.0",
			"RUN pip install -r list.txt",
			"RUN pip install $LINKS/flask.whl",
			"RUN python3 -m pip --quiet install flask",
			"RUN pip install -e . flask",
		],
	],
	[
		"DL3014",
		["RUN apt-get install curl", "RUN yes | apt-get install curl"],
		["RUN apt-get install -qq curl", "RUN apt install curl", "RUN apt-get remove curl"],
	],
	["DL3015", ["RUN apt-get install -y", "RUN apt-get install -yR curl"], ["RUN apt install curl", "RUN apt-get install --no-install-recommends curl"]],
	["DL3016", ["RUN npm install -g serve", "RUN npm install ."], ["RUN npm install ./app", "RUN npm install serve@latest"]],
	[
		"DL3019",
		["RUN apk add curl && rm -rf /var/cache/apk/*", "RUN apk add", "RUN --mount=type=cache,target=/var/cache apk add curl"],
		["RUN apk add --no-cache curl", "RUN apk upgrade", "RUN apk update", "RUN --mount=type=cache,target=/var/cache/apk apk add curl"],
	],
	["DL3020", ["ADD app /app", "ADD Gemfile* ./", "ADD $PACKAGE /"], ["ADD app.tar.gz /", "ADD https://example.com/app /", "ONBUILD ADD app /app"]],
	["DL3025", ["CMD exec app", "CMD ['app']", "HEALTHCHECK CMD app"], ['CMD ["app"]', "ONBUILD CMD app", 'CMD ["C:\\app"]']],
	["DL3004", ["RUN sudo make"], ["RUN sh -c 'sudo make'", "RUN /usr/bin/sudo make"]],
	["DL3022", ["COPY --from=web /a /b", "COPY --from=1 /a /b"], ["COPY --from=0 /a /b", "COPY --from=web:1 /a /b"]],
	["DL3028", ["RUN gem install rake --no-document", "RUN gem install app.gem"], ["RUN gem install --no-document rake", "RUN gem install rake:13"]],
	[
		"DL3032",
		["RUN yum clean all && yum install -y curl && yum clean all", "RUN yum swap -- remove a -- install b"],
		["RUN yum install -y curl && yum clean all && yum install -y git", "RUN yum install -y curl && rm -rf /tmp/x", "RUN yum update -y"],
	],
	["DL3030", ["RUN yes | yum install curl", "RUN yum groups install tools"], ["RUN yum remove curl", "RUN yum install -qy curl"]],
	["DL3033", ["RUN yum install -y curl-$VERSION", "RUN yum install -y ./curl.rpm"], ["RUN yum install -y curl-7.29", "RUN yum install -y curl-latest.rpm"]],
	["DL3036", ["RUN zypper clean && zypper in curl"], ["RUN zypper in curl && zypper cc", "RUN --mount=type=cache,target=/var/cache/zypp zypper in curl"]],
	["DL3037", ["RUN zypper in -t pattern devel"], ["RUN zypper in 'curl>=7'"]],
	["DL3038", ["RUN microdnf install curl"], ["RUN microdnf install -y curl", "RUN dnf upgrade"]],
	[
		"DL3042",
		["RUN pip install flask==3.0 && pip cache purge", "RUN PIP_NO_CACHE_DIR=0 pip install flask"],
		["RUN sudo pip install flask", "RUN PIP_NO_CACHE_DIR=1 pip install flask", "RUN --mount=type=cache,target=/home/app/.cache/pip pip install flask"],
	],
	["DL3044", ["ENV A=a:$A A=b:$A", "ENV A=1 B=$A"], ["ENV A=a:$A B=1"]],
	["DL3047", ["RUN wget https://example.com/a"], ["RUN sudo wget https://example.com/a", "RUN wget -q https://example.com/a"]],
	["DL3059", [], ["RUN choco install -y git"]],
	["DL4005", ["RUN ln -sf /bin/bash /bin/sh"], ["RUN ln -sf /bin/bash /usr/bin/sh"]],
	["DL4006", ["RUN set -o pipefail && a | b"], ["ONBUILD RUN a | b", 'RUN bash -c "a | b"']],
	["DL3060", ["RUN yarn cache clean && yarn install"], ["RUN yarn", "RUN yarn install && yarn cache clean"]],
	[
		"DL3062",
		["RUN go install tool@latest", "RUN go run main.go", "RUN go install std"],
		["RUN go install ./cmd/tool", "RUN go install example.com/tool@v1.2.3", "RUN go install example.com/tool@main"],
	],
	["DL3064", ["ENV USERNAME=app", "ENV PASSWORD_FILE=/run/x", "ARG API_KEY"], ["ENV DB_PASS=x", "ARG APIKEY", "ENV AUTH=x"]],
	["DL3066", ["USER $APP", "USER root"], ["USER 1000", "USER 1000:app"]],
];

test.each(hadolints)("the preset hadolint tells %s as hadolint does", (id, told, left) => {
	const isTold = (instruction: string): boolean => {
		const isFirst = instruction.startsWith("FROM");
		return checksOf("hadolint", isFirst ? `${instruction}\n` : `FROM debian:12\n${instruction}\n`).includes(`${id} ${isFirst ? 1 : 2}`);
	};
	expect(told.filter((each) => !isTold(each))).toEqual([]);
	expect(left.filter(isTold)).toEqual([]);
});

test("the preset hadolint reads scripts of every shell as those of sh", () => {
	const checks = checksOf(
		"hadolint",
		"FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN cd app ; npm install --global tools\nRUN mkdir out\nRUN mkdir log\n",
	);
	expect(checks).toEqual(["DL3003 2", "DL3016 2", "DL3059 4"]);
});

test("the preset hadolint tells each stage that ends as root, and no other", () => {
	expect(
		checksOf("hadolint", "FROM debian:12 AS one\nUSER 0\nFROM debian:12\nUSER 1000\nUSER 0:0\nFROM one\n").filter((each) => each.startsWith("DL3002")),
	).toEqual(["DL3002 2", "DL3002 5"]);
});

test("the preset hadolint takes a test for no command", () => {
	expect(checksOf("hadolint", "FROM debian:12\nRUN a\nRUN [ -f x ] || b\n")).toEqual(["DL3059 3"]);
});

test("the preset hadolint looks at stages that others begin with, and at those of the last one's name", () => {
	const lines = (text: string): readonly string[] => checksOf("hadolint", text).filter((each) => each.startsWith("DL3009"));
	expect(lines("FROM debian:12 AS one\nRUN apt-get update\nFROM one\n")).toEqual(["DL3009 2"]);
	expect(lines("FROM debian:12\nRUN apt-get update\nFROM debian:12\n")).toEqual(["DL3009 2"]);
	expect(lines("FROM debian:12 AS one\nRUN apt-get update\nFROM debian:12\nCOPY --from=one / /\n")).toEqual([]);
});

test("the preset hadolint heeds pipefail that Bash's kind has in the stage itself", () => {
	const lines = (text: string): readonly string[] => checksOf("hadolint", text).filter((each) => each.startsWith("DL4006"));
	const shell = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n';
	expect(lines(`FROM debian:12 AS one\n${shell}RUN a | b\nFROM one\nRUN a | b\n`)).toEqual(["DL4006 5"]);
	expect(lines(`FROM debian:12\n${shell.replace("bash", "sh")}RUN a | b\n`)).toEqual(["DL4006 3"]);
	expect(lines(`FROM debian:12\n${shell.replace("/bin/bash", "pwsh")}RUN a | b\n`)).toEqual([]);
});

test("the preset hadolint tells all that stands before FROM", () => {
	expect(checksOf("hadolint", "ARG A\nRUN a\nENV B=1\nFROM debian:12\n").filter((each) => each.startsWith("DL3061"))).toEqual(["DL3061 2", "DL3061 3"]);
});

/** The same of BuildKit's checks (v0.34.0), which know no base image. */
const buildkits: readonly (readonly [id: string, told: readonly string[], left: readonly string[]])[] = [
	["JSONArgsRecommended", ["CMD exec app", "CMD ['app']"], ["HEALTHCHECK CMD app", 'CMD ["app"]', "ONBUILD CMD app"]],
	[
		"SecretsUsedInArgOrEnv",
		["ENV PASSWORD=", "ARG GPG_KEY=0", "ENV SSH_KEY_PATH=/x"],
		["ENV PUBLIC_KEY=x", "ENV TOKEN_FILE=/x", "ENV DB_PASS=x", "ONBUILD ENV TOKEN=x"],
	],
	["UndefinedVar", ["ENV TOOLS=$GOPATH/bin"], ["ENV PATH=/opt/bin:$PATH"]],
	["WorkdirRelativePath", ["WORKDIR app", "WORKDIR $GOPATH", "WORKDIR ${GOPATH:-go}", "WORKDIR C:\\app"], ["WORKDIR $GOPATH/src", "WORKDIR /app"]],
];

test.each(buildkits)("the preset buildkit tells %s as BuildKit does", (id, told, left) => {
	const isTold = (instruction: string): boolean => checksOf("buildkit", `FROM golang:1.23\n${instruction}\n`).includes(`${id} 2`);
	expect(told.filter((each) => !isTold(each))).toEqual([]);
	expect(left.filter(isTold)).toEqual([]);
});
