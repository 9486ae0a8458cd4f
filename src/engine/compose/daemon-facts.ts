/** What a rule may know of the engine that the user is connected to. */
export type DaemonFacts = {
	/** As in `26.1.4`; undefined where it is not Docker's, whose versions say nothing here. */
	readonly version: string | undefined;
	readonly apiVersion: string | undefined;
	/** What the machine has on which containers run, in bytes; undefined where that is not known. */
	readonly memory?: number | undefined;
	readonly cpus?: number | undefined;
	/** Ports of the host that containers which run hold, and of those that somebody wants other programs. */
	readonly ports: readonly HeldPort[];
	/** Names of its networks. */
	readonly networks: readonly string[];
	/** Names of its volumes; undefined where it was not asked. */
	readonly volumes?: readonly string[];
};

export type HeldPort = {
	readonly port: number;
	readonly protocol: string;
	/** As the engine says it: `0.0.0.0` and `::` for all. */
	readonly ip: string;
	/** Undefined where a program that is no container listens. */
	readonly container: string | undefined;
	/** Those of Compose. */
	readonly project: string | undefined;
	readonly service: string | undefined;
};
