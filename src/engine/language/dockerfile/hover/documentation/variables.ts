/** What BuildKit sets by itself in the global scope: FROM sees it, and a stage after `ARG NAME`. */
export const platformVariables: Readonly<Record<string, string>> = {
	TARGETPLATFORM: "Platform of the image being built, such as `linux/amd64` or `linux/arm/v7`; `docker build --platform` sets it.",
	TARGETOS: "Operating system of the image being built, such as `linux`.",
	TARGETARCH: "Processor architecture of the image being built, such as `amd64` or `arm64`.",
	TARGETVARIANT: "Variant of the architecture of the image being built, such as `v7`; mostly empty.",
	TARGETOSVERSION: "Version of the operating system of the image being built; for Windows images.",
	TARGETSTAGE: "Name of the stage that the build was asked for with `--target`; `default` where it was not.",
	BUILDPLATFORM: "Platform of the machine that builds, such as `linux/amd64`.",
	BUILDOS: "Operating system of the machine that builds, such as `linux`.",
	BUILDOSVERSION: "Version of the operating system of the machine that builds; mostly empty.",
	BUILDARCH: "Processor architecture of the machine that builds, such as `amd64`.",
	BUILDVARIANT: "Variant of the architecture of the machine that builds, such as `v7`; mostly empty.",
};

const proxy =
	"A proxy, set by `docker build --build-arg` or the Docker client's configuration. `RUN` sees it without an `ARG`, and it stays out of the image's history as long as there is none.";

/** Build arguments that need no `ARG`. */
export const predefinedArguments: Readonly<Record<string, string>> = {
	...Object.fromEntries(["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, proxy])),
	...Object.fromEntries(
		["NO_PROXY", "no_proxy"].map((name) => [
			name,
			"Hosts to reach without a proxy. `RUN` sees it without an `ARG`, and it stays out of the image's history as long as there is none.",
		]),
	),
	BUILDKIT_BUILD_NAME: "The build's name in `docker buildx history`.",
	BUILDKIT_CACHE_MOUNT_NS: "Prefix for the ids of cache mounts.",
	BUILDKIT_CONTEXT_KEEP_GIT_DIR: "Keeps the `.git` directory where the build context is a Git repository.",
	BUILDKIT_INLINE_CACHE: "Puts cache metadata into the image.",
	BUILDKIT_MULTI_PLATFORM: "Writes the result as for several platforms, even for one.",
	BUILDKIT_SANDBOX_HOSTNAME: "Host name that `RUN` sees; otherwise `buildkitsandbox`.",
	BUILDKIT_SYNTAX: "The image that understands the Dockerfile, in place of `# syntax=`.",
	SOURCE_DATE_EPOCH: "Unix time, in seconds, that the image and its layers are dated with, for reproducible builds.",
};
