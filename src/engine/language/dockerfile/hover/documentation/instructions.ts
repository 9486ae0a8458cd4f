import { type Message, say } from "../../../../text/message.ts";

/** What an instruction does, apart from any file. `forms` are its spellings; `page` is its anchor in Docker's Dockerfile reference. */
type InstructionDocumentation = { readonly forms: readonly string[]; readonly text: Message; readonly page: string };

/** By keyword in capitals. */
export const instructionDocumentation: Readonly<Record<string, InstructionDocumentation>> = {
	FROM: {
		forms: ["FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
		text: say`Begins a build stage on top of a base image. The last stage becomes the image, unless \`docker build --target\` names another; a stage that nothing refers to is not built.`,
		page: "from",
	},
	RUN: {
		forms: ["RUN [OPTIONS] COMMAND", 'RUN [OPTIONS] ["EXECUTABLE", "ARGUMENT"]', "RUN [OPTIONS] <<EOF"],
		text: say`Runs a command during the build and keeps what it changed as a new layer. A file removed by a later \`RUN\` still takes up space in the layer that added it.`,
		page: "run",
	},
	CMD: {
		forms: ['CMD ["EXECUTABLE", "ARGUMENT"]', 'CMD ["ARGUMENT"]', "CMD COMMAND"],
		text: say`What a container runs by default or, where there is an \`ENTRYPOINT\` in exec form, its default arguments. What follows the image in \`docker run IMAGE …\` takes its place. Only the last \`CMD\` of a stage counts.`,
		page: "cmd",
	},
	LABEL: {
		forms: ["LABEL KEY=VALUE [KEY=VALUE …]"],
		text: say`Adds metadata to the image; \`docker inspect\` shows it. Labels of the base image are inherited, and a label with the same key replaces theirs.`,
		page: "label",
	},
	MAINTAINER: {
		forms: ["MAINTAINER NAME"],
		text: say`Names the image's author. Deprecated: \`LABEL org.opencontainers.image.authors=…\` says the same, and other tools can read it.`,
		page: "maintainer-deprecated",
	},
	EXPOSE: {
		forms: ["EXPOSE PORT[/tcp|/udp] [PORT …]"],
		text: say`Documents the ports that the container listens on; without a protocol it is TCP. It publishes nothing: that is what \`docker run -p\` does, and \`docker run -P\` publishes every exposed port on a free port of the host.`,
		page: "expose",
	},
	ENV: {
		forms: ["ENV NAME=VALUE [NAME=VALUE …]"],
		text: say`Sets environment variables for the instructions that follow, for stages built on this one, and for the containers that run the image. Anyone who has the image can read them, so they are no place for secrets.`,
		page: "env",
	},
	ADD: {
		forms: ["ADD [OPTIONS] SOURCE … DESTINATION", 'ADD [OPTIONS] ["SOURCE", "DESTINATION"]'],
		text: say`Copies files into the image as \`COPY\` does, and besides unpacks local tar archives, downloads URLs and clones Git repositories. For plain files of the build context \`COPY\` does the same without surprises.`,
		page: "add",
	},
	COPY: {
		forms: ["COPY [OPTIONS] SOURCE … DESTINATION", 'COPY [OPTIONS] ["SOURCE", "DESTINATION"]'],
		text: say`Copies files and directories into the image: from the build context or, with \`--from\`, from a stage, a named context or another image. Of a directory its contents are copied, not the directory itself. With several sources the destination must end in \`/\`.`,
		page: "copy",
	},
	ENTRYPOINT: {
		forms: ['ENTRYPOINT ["EXECUTABLE", "ARGUMENT"]', "ENTRYPOINT COMMAND"],
		text: say`The program that a container of this image runs. In exec form, \`CMD\` or the arguments of \`docker run IMAGE …\` are appended to it; in shell form both are ignored. Only the last \`ENTRYPOINT\` of a stage counts, and only \`docker run --entrypoint\` replaces it.`,
		page: "entrypoint",
	},
	VOLUME: {
		forms: ["VOLUME PATH [PATH …]", 'VOLUME ["PATH"]'],
		text: say`Marks directories whose data lives outside the container's own layer: each container gets an anonymous volume there unless one is mounted by \`docker run -v\` or by Compose. Images built on this one cannot take a volume back.`,
		page: "volume",
	},
	USER: {
		forms: ["USER USER[:GROUP]", "USER UID[:GID]"],
		text: say`Sets the user, and optionally the group, for the \`RUN\` instructions that follow in the stage and for what the container runs. \`COPY\` and \`ADD\` ignore it: they have \`--chown\`.`,
		page: "user",
	},
	WORKDIR: {
		forms: ["WORKDIR PATH"],
		text: say`Sets the working directory for the \`RUN\`, \`CMD\`, \`ENTRYPOINT\`, \`COPY\` and \`ADD\` instructions that follow, and for the container. The directory is made if it does not exist. A relative path starts at the working directory before it.`,
		page: "workdir",
	},
	ARG: {
		forms: ["ARG NAME[=DEFAULT] [NAME …]"],
		text: say`Declares a variable that \`docker build --build-arg NAME=VALUE\` can set. It exists from here to the end of its stage, during the build only; its value can be read from the image's history, so it is no place for secrets.`,
		page: "arg",
	},
	ONBUILD: {
		forms: ["ONBUILD INSTRUCTION"],
		text: say`Keeps an instruction for later: it runs in each build whose \`FROM\` names this image, right after that \`FROM\`. It does nothing in this build, and is not inherited any further.`,
		page: "onbuild",
	},
	STOPSIGNAL: {
		forms: ["STOPSIGNAL SIGNAL"],
		text: say`The signal that \`docker stop\` sends to the container's first process, by name or number. Without it, \`SIGTERM\`. A process still there after the grace period (10 seconds unless set otherwise) is killed.`,
		page: "stopsignal",
	},
	HEALTHCHECK: {
		forms: ["HEALTHCHECK [OPTIONS] CMD COMMAND", "HEALTHCHECK NONE"],
		text: say`A command that Docker runs inside the container again and again to learn whether it still works: exit code 0 is healthy, 1 is unhealthy. \`NONE\` switches off a check inherited from the base image. Only the last \`HEALTHCHECK\` of a stage counts.`,
		page: "healthcheck",
	},
	SHELL: {
		forms: ['SHELL ["EXECUTABLE", "ARGUMENT"]'],
		text: say`The program that runs the shell form of the \`RUN\`, \`CMD\`, \`ENTRYPOINT\` and \`HEALTHCHECK\` instructions that follow. Without it, \`["/bin/sh", "-c"]\` on Linux and \`["cmd", "/S", "/C"]\` on Windows.`,
		page: "shell",
	},
};

/** What a second word with a meaning of its own says: `AS` in FROM, `CMD` and `NONE` in HEALTHCHECK. */
export const wordDocumentation = {
	AS: say`Names the stage, so that \`COPY --from\`, \`RUN --mount=…,from=\`, a later \`FROM\` and \`docker build --target\` can refer to it.`,
	CMD: say`The command that checks the container's health. It runs inside the container; exit code 0 is healthy, 1 is unhealthy.`,
	NONE: say`Switches off a health check inherited from the base image.`,
} as const;

export const directiveDocumentation = {
	syntax: say`The image that understands this Dockerfile: BuildKit pulls it and lets it do the build. \`docker/dockerfile:1\` is the newest stable version of Docker's own, whatever the engine's age. Building then needs that image from a registry or the local cache.`,
	escape: say`The character that escapes others and that continues a line: \`\\\` unless set here, or a backtick, which suits Windows paths.`,
	check: say`Configures Docker's own build checks for this file: \`skip=NAME,NAME\` leaves checks out (\`skip=all\`: all of them), \`error=true\` makes the build fail on a warning, and \`;\` joins the two. Hullwright leaves out the same checks.`,
} as const;
