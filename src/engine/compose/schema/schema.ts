import published from "./compose-schema.json" with { type: "json" };

/** What of JSON Schema the Compose specification uses. A `$ref` is the name of a definition, and stands alone. */
export type Schema = {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly patternProperties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: boolean | Schema;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly uniqueItems?: boolean;
	readonly enum?: readonly (string | number | boolean | null)[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly oneOf?: readonly Schema[];
	readonly deprecated?: boolean;
};

/** That of a whole Compose file. */
export const root: Schema = published;

const definitions: Readonly<Record<string, Schema>> = published.$defs;

export const definitionOf = (name: string): Schema => definitions[name] ?? {};
