import { type Message, say } from "../../../../text/message.ts";

type FlagDocumentation = {
	/** How it is written. */
	readonly form: string;
	readonly text: Message;
	/** Where it is not written. Absent: nothing in particular. */
	readonly otherwise?: Message;
	/** The first version of the Dockerfile syntax that has it, where that is not the first. */
	readonly since?: string;
};

const chown: FlagDocumentation = {
	form: "--chown=USER[:GROUP]",
	text: say`Owner of the copied files, as names or numbers. Names are looked up in the stage's \`/etc/passwd\` and \`/etc/group\`, and the build fails where they are missing; with \`--link\` only numbers work. Not for Windows containers.`,
	otherwise: say`the files belong to UID 0 and GID 0, whatever \`USER\` says`,
};
const chmod: FlagDocumentation = {
	form: "--chmod=MODE",
	text: say`Permissions of the copied files, octal (\`755\`) or symbolic (\`u=rwX,go=rX\`, since syntax 1.14). Not for Windows containers.`,
	otherwise: say`the files keep the permissions that they have in the source`,
	since: "1.2",
};
const link: FlagDocumentation = {
	form: "--link[=true|false]",
	text: say`Copies into a layer of its own that does not depend on the layers before it, so that it is reused when those change. It does not follow symbolic links at the destination.`,
	since: "1.4",
};
const exclude: FlagDocumentation = {
	form: "--exclude=PATTERN",
	text: say`Leaves out files that match the pattern, even where a source names them. May be repeated.`,
	since: "1.19",
};

/** By instruction, then by the flag's name. */
export const flagDocumentation: Readonly<Record<string, Readonly<Record<string, FlagDocumentation>>>> = {
	FROM: {
		platform: {
			form: "--platform=OS/ARCHITECTURE[/VARIANT]",
			text: say`Which platform's variant of the base image to use. \`$BUILDPLATFORM\` is the machine that builds: a stage on it compiles at full speed and can cross-compile for \`$TARGETPLATFORM\`.`,
			otherwise: say`the platform that the build targets`,
		},
	},
	RUN: {
		mount: {
			form: "--mount=type=TYPE[,KEY=VALUE …]",
			text: say`Gives this one command files that do not end up in the image: \`bind\` (files of the context or a stage), \`cache\` (a directory kept between builds), \`tmpfs\`, \`secret\`, \`ssh\`. May be repeated.`,
			since: "1.2",
		},
		network: {
			form: "--network=default|none|host",
			text: say`The network that the command has: the build's (\`default\`), none at all but its own loopback (\`none\`), or the host's (\`host\`, which the builder has to allow: \`docker buildx build --allow network.host\`).`,
			otherwise: say`\`default\``,
			since: "1.3",
		},
		security: {
			form: "--security=sandbox|insecure",
			text: say`\`insecure\` runs the command with full privileges, as \`docker run --privileged\` does; the builder has to allow it (\`docker buildx build --allow security.insecure\`).`,
			otherwise: say`\`sandbox\``,
			since: "1.20",
		},
		device: {
			form: "--device=NAME[,required]",
			text: say`Gives the command a device of the builder, named as in the Container Device Interface (\`vendor.com/class=name\`). The builder has to allow it (\`docker buildx build --allow device\`).`,
			since: "1.27",
		},
	},
	COPY: {
		from: {
			form: "--from=STAGE|CONTEXT|IMAGE",
			text: say`Copies from a build stage (its name or number), a named context (\`docker build --build-context\`) or an image. Sources then start at the root of its file system.`,
			otherwise: say`files come from the build context`,
		},
		chown,
		chmod,
		link,
		parents: {
			form: "--parents[=true|false]",
			text: say`Keeps the sources' parent directories: \`src/a/x.txt\` lands in \`src/a/x.txt\` below the destination. A \`/./\` in the source says where the kept part begins.`,
			otherwise: say`only the last part of a source's path is kept`,
			since: "1.20",
		},
		exclude,
	},
	ADD: {
		chown,
		chmod,
		link,
		"keep-git-dir": {
			form: "--keep-git-dir[=true|false]",
			text: say`Keeps the \`.git\` directory of a Git repository that is added.`,
			otherwise: say`it is left out`,
			since: "1.1",
		},
		checksum: {
			form: "--checksum=CHECKSUM",
			text: say`Makes the build fail unless the download has this checksum: \`sha256:…\` for a URL, the commit's hash (or its beginning) for a Git repository.`,
			otherwise: say`whatever the server sends is taken`,
			since: "1.6",
		},
		unpack: {
			form: "--unpack[=true|false]",
			text: say`Whether tar archives (gzip, bzip2, xz and zstd too) are unpacked at the destination.`,
			otherwise: say`local archives are unpacked and downloaded ones are not`,
			since: "1.17",
		},
		exclude,
	},
	HEALTHCHECK: {
		interval: {
			form: "--interval=DURATION",
			text: say`Time from the container's start to the first check, and from the end of one to the next.`,
			otherwise: say`\`30s\``,
		},
		timeout: { form: "--timeout=DURATION", text: say`A check that takes longer has failed.`, otherwise: say`\`30s\`` },
		"start-period": {
			form: "--start-period=DURATION",
			text: say`Time for the container to start: failures in it are not counted, and a success ends it.`,
			otherwise: say`\`0s\``,
		},
		"start-interval": {
			form: "--start-interval=DURATION",
			text: say`Time between checks during the start period. Needs Docker Engine 25.`,
			otherwise: say`\`5s\``,
		},
		retries: { form: "--retries=NUMBER", text: say`After so many failures in a row the container is unhealthy.`, otherwise: say`\`3\`` },
	},
};
