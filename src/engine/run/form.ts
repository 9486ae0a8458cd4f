/** What is asked of somebody who runs a container, all as it is typed. An empty text is what Docker takes by itself. */
export type RunForm = {
	readonly image: string;
	readonly name: string;
	/** The letters of the flags among `-d`, `-i` and `-t`. */
	readonly mode: Mode;
	/** `--rm`. */
	readonly removesItself: boolean;
	/** Each as `-p` takes it. */
	readonly ports: readonly string[];
	readonly environment: readonly Variable[];
	/** Paths of files with variables, each as `--env-file` takes it. */
	readonly envFiles: readonly string[];
	/** Each as `-v` takes it, or else as `--mount` does. */
	readonly mounts: readonly string[];
	readonly network: string;
	/** `on-failure:3` and the like. */
	readonly restart: string;
	readonly memory: string;
	readonly cpus: string;
	readonly gpus: string;
	readonly shm: string;
	readonly init: boolean;
	readonly readOnly: boolean;
	/** `--no-healthcheck`. */
	readonly noHealthcheck: boolean;
	/** As a shell runs it. */
	readonly healthCommand: string;
	/** `30s` and the like. */
	readonly healthInterval: string;
	readonly healthTimeout: string;
	readonly healthStart: string;
	readonly healthRetries: string;
	readonly user: string;
	/** Words as a shell splits them, without what else a shell does. */
	readonly entrypoint: string;
	readonly command: string;
};

export const modes = ["d", "it", "di", "dt", "dit"] as const;
export type Mode = (typeof modes)[number];

export type Variable = { readonly name: string; readonly value: string };

export type Field = keyof RunForm;

export const emptyForm: RunForm = {
	image: "",
	name: "",
	mode: "d",
	removesItself: false,
	ports: [],
	environment: [],
	envFiles: [],
	mounts: [],
	network: "",
	restart: "",
	memory: "",
	cpus: "",
	gpus: "",
	shm: "",
	init: false,
	readOnly: false,
	noHealthcheck: false,
	healthCommand: "",
	healthInterval: "",
	healthTimeout: "",
	healthStart: "",
	healthRetries: "",
	user: "",
	entrypoint: "",
	command: "",
};

/** The fields in which two differ. */
export const changedFields = (before: RunForm, after: RunForm): readonly Field[] =>
	(Object.keys(emptyForm) as Field[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
