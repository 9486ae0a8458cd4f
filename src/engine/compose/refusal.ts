import type { Message } from "../text/message.ts";
import type { Edit } from "../text/text.ts";
import type { Origin } from "./value.ts";

/** Something that Compose refuses a project for, at the place that is to blame for it. */
export type Refusal = {
	readonly kind: RefusalKind;
	readonly at: Origin;
	readonly message: Message;
	/** What of the text at the place is to blame, where that is not all of it. */
	readonly word?: string;
	/** Where the files that led to that one were named, the outermost first. */
	readonly via?: readonly Origin[];
	readonly remedy?: Remedy;
	/** Of something that is not defined. */
	readonly name?: string;
	/** Other places that it is about as much. */
	readonly others?: readonly Origin[];
};

/** What would be right instead, as far as the value itself tells. */
export type Remedy =
	/** Another name or word, which is spelt much the same. */
	| { readonly kind: "word"; readonly word: string }
	/** A list with the value as its only item. */
	| { readonly kind: "list" }
	/** The value as text. */
	| { readonly kind: "text" }
	/** With this the file can be read. */
	| { readonly kind: "edit"; readonly edit: Edit };

/** Takes what is refused. */
export type Refuse = (refusal: Refusal) => void;

/** What it is about, by which rules divide them: each has one. */
export const refusalKinds = [
	"additionalContext",
	"anchorCycle",
	"command",
	"containerNameWithReplicas",
	"cpus",
	"dependencyCycle",
	"deviceCount",
	"disabledService",
	"dotenv",
	"duplicateContainerName",
	"duration",
	"emptyFile",
	"envFileFormat",
	"envFileMissing",
	"environmentItem",
	"extendsCycle",
	"extendsFileMissing",
	"extendsMissing",
	"externalConflict",
	"extraHosts",
	"fileMode",
	"gpuCapabilities",
	"healthcheckTest",
	"hostIp",
	"includeCycle",
	"includeMissing",
	"inlineDockerfile",
	"interpolation",
	"invalidBoolean",
	"invalidName",
	"invalidYaml",
	"keyNotText",
	"memLimit",
	"memReservation",
	"mergeConflict",
	"mergeKey",
	"missingKey",
	"mountTarget",
	"negativeReplicas",
	"networkModeAndNetworks",
	"noImage",
	"outOfRange",
	"pids",
	"platforms",
	"port",
	"relativeVolume",
	"repeatedItem",
	"repeatedKey",
	"requiredVariable",
	"rootNotMapping",
	"scale",
	"secretSourceConflict",
	"secretSourceMissing",
	"size",
	"tooManyValues",
	"undefinedAlias",
	"undefinedBuildSecret",
	"undefinedConfig",
	"undefinedModel",
	"undefinedNetwork",
	"undefinedSecret",
	"undefinedService",
	"undefinedVolume",
	"unknownKey",
	"unknownTopLevelKey",
	"variableName",
	"volume",
	"watchTarget",
	"wrongEnum",
	"wrongForm",
	"wrongTag",
	"wrongType",
] as const;

export type RefusalKind = (typeof refusalKinds)[number];

/** Those that a file may be refused for which is merged over others, or from which others take something: what it lacks may stand there. */
export const kindsOfParts: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
	"emptyFile",
	"noImage",
	"undefinedNetwork",
	"undefinedVolume",
	"relativeVolume",
	"undefinedSecret",
	"undefinedConfig",
	"undefinedModel",
	"undefinedBuildSecret",
	"undefinedService",
	"additionalContext",
	"extendsMissing",
	"secretSourceMissing",
	"missingKey",
]);
