import { type Message, say } from "../../../../text/message.ts";

/** What BuildKit sets by itself in the global scope: FROM sees it, and a stage after `ARG NAME`. */
export const platformVariables: Readonly<Record<string, Message>> = {
	TARGETPLATFORM: say`Platform of the image being built, such as \`linux/amd64\` or \`linux/arm/v7\`; \`docker build --platform\` sets it.`,
	TARGETOS: say`Operating system of the image being built, such as \`linux\`.`,
	TARGETARCH: say`Processor architecture of the image being built, such as \`amd64\` or \`arm64\`.`,
	TARGETVARIANT: say`Variant of the architecture of the image being built, such as \`v7\`; mostly empty.`,
	TARGETOSVERSION: say`Version of the operating system of the image being built; for Windows images.`,
	TARGETSTAGE: say`Name of the stage that the build was asked for with \`--target\`; \`default\` where it was not.`,
	BUILDPLATFORM: say`Platform of the machine that builds, such as \`linux/amd64\`.`,
	BUILDOS: say`Operating system of the machine that builds, such as \`linux\`.`,
	BUILDOSVERSION: say`Version of the operating system of the machine that builds; mostly empty.`,
	BUILDARCH: say`Processor architecture of the machine that builds, such as \`amd64\`.`,
	BUILDVARIANT: say`Variant of the architecture of the machine that builds, such as \`v7\`; mostly empty.`,
};

const proxy = say`A proxy, set by \`docker build --build-arg\` or the Docker client's configuration. \`RUN\` sees it without an \`ARG\`, and it stays out of the image's history as long as there is none.`;

/** Build arguments that need no `ARG`. */
export const predefinedArguments: Readonly<Record<string, Message>> = {
	...Object.fromEntries(["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, proxy])),
	...Object.fromEntries(
		["NO_PROXY", "no_proxy"].map((name) => [
			name,
			say`Hosts to reach without a proxy. \`RUN\` sees it without an \`ARG\`, and it stays out of the image's history as long as there is none.`,
		]),
	),
	BUILDKIT_BUILD_NAME: say`The build's name in \`docker buildx history\`.`,
	BUILDKIT_CACHE_MOUNT_NS: say`Prefix for the ids of cache mounts.`,
	BUILDKIT_CONTEXT_KEEP_GIT_DIR: say`Keeps the \`.git\` directory where the build context is a Git repository.`,
	BUILDKIT_INLINE_CACHE: say`Puts cache metadata into the image.`,
	BUILDKIT_MULTI_PLATFORM: say`Writes the result as for several platforms, even for one.`,
	BUILDKIT_SANDBOX_HOSTNAME: say`Host name that \`RUN\` sees; otherwise \`buildkitsandbox\`.`,
	BUILDKIT_SYNTAX: say`The image that understands the Dockerfile, in place of \`# syntax=\`.`,
	SOURCE_DATE_EPOCH: say`Unix time, in seconds, that the image and its layers are dated with, for reproducible builds.`,
};
