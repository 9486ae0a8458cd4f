import { type Message, say } from "../../../../text/message.ts";

type MountDocumentation = { readonly text: Message; readonly keys: Readonly<Record<string, Message>> };

const target = say`Where it appears in the container. A relative path starts at the working directory.`;
const ids = (what: Message): { readonly uid: Message; readonly gid: Message } => ({
	uid: say`User ID that owns ${what}. Otherwise \`0\`.`,
	gid: say`Group ID that owns ${what}. Otherwise \`0\`.`,
});

/** By type of `RUN --mount`, then by key. Keys that are two names of one thing stand under the first in `mountKeyAliases`. */
export const mountDocumentation: Readonly<Record<string, MountDocumentation>> = {
	bind: {
		text: say`Shows files of the build context, a stage or an image to this one command, without copying them into a layer. Read-only unless \`rw\` is set; what is written is thrown away.`,
		keys: {
			target,
			source: say`Path inside what \`from\` names. Otherwise its root.`,
			from: say`Stage, named context or image that the files come from. Otherwise the build context. Variables are not expanded here.`,
			readwrite: say`Lets the command write. What it writes is thrown away after the command.`,
			readonly: say`Read-only, as it is by default.`,
		},
	},
	cache: {
		text: say`A directory that the builder keeps from build to build, for package managers and compilers. It is not in the image, and it may be empty at any build.`,
		keys: {
			target,
			id: say`Name of the cache; mounts with one \`id\` share it. Otherwise the target's path.`,
			sharing: say`What happens when builds use it at the same time: \`shared\` (the default) lets all of them write, \`locked\` makes the second wait, \`private\` gives it a cache of its own. apt needs \`locked\` or \`private\`.`,
			from: say`Stage, named context or image that the cache begins with. Otherwise it begins empty. Variables are not expanded here.`,
			source: say`Path inside what \`from\` names. Otherwise its root.`,
			readonly: say`Keeps the command from writing to the cache.`,
			readwrite: say`Lets the command write, as it may by default.`,
			mode: say`Permissions of a new cache directory, octal. Otherwise \`0755\`.`,
			...ids(say`a new cache directory`),
		},
	},
	tmpfs: {
		text: say`An empty directory in memory for this one command.`,
		keys: { target, size: say`The most it may hold, such as \`64m\`. Otherwise there is no limit of its own.` },
	},
	secret: {
		text: say`Gives the command a secret that neither the image nor the build cache keeps. Pass it with \`docker build --secret id=ID,src=FILE\`, or \`id=ID,env=NAME\`.`,
		keys: {
			id: say`Name of the secret, as \`docker build --secret id=…\` gives it. Otherwise the last part of the target's path.`,
			target: say`File that holds the secret. Otherwise \`/run/secrets/ID\`, unless \`env\` is set.`,
			env: say`Environment variable that holds the secret, in place of the file (since syntax 1.10).`,
			required: say`Makes the build fail where the secret was not passed. Otherwise the command runs without it.`,
			mode: say`Permissions of the file, octal. Otherwise \`0400\`.`,
			...ids(say`the file`),
		},
	},
	ssh: {
		text: say`Lets the command use SSH keys through the agent, without the keys being in the image. Pass the agent with \`docker build --ssh default\`.`,
		keys: {
			id: say`Which of the agents or keys passed with \`--ssh\`. Otherwise \`default\`.`,
			target: say`Path of the agent's socket. Otherwise \`/run/buildkit/ssh_agent.N\`.`,
			required: say`Makes the build fail where no agent was passed.`,
			mode: say`Permissions of the socket, octal. Otherwise \`0600\`.`,
			...ids(say`the socket`),
		},
	},
};

export const mountKeyAliases: Readonly<Record<string, string>> = { dst: "target", destination: "target", src: "source", ro: "readonly", rw: "readwrite" };

export const mountTypeKeyText = say`What is mounted: \`bind\` (the default), \`cache\`, \`tmpfs\`, \`secret\` or \`ssh\`.`;

/** What the values of `sharing` mean, for builds that want the cache at the same time. */
export const sharingDocumentation: Readonly<Record<string, Message>> = {
	shared: say`all of them write to it together.`,
	locked: say`the second waits until the first is done with it.`,
	private: say`the second gets another cache, which begins empty.`,
};
