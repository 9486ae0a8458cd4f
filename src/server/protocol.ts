/** What a client may tell the server at its start. Each part may be absent: other editors send none of it. */
export type InitializationOptions = {
	/** URI of the folder with a page for each rule, `<id>.md`, ending in "/". Absent: findings carry no link. */
	readonly rulePages?: string;
	/** The client's command that shows the page of the rule whose id it is given. Absent: no code action offers it. */
	readonly showRuleCommand?: string;
	/** The client's command that suggests what may stand at the cursor. Absent: where a completion only begins something, the user asks for the rest. */
	readonly suggestCommand?: string;
};

/** The client's settings below `hullwright`. Whatever a user may have written is checked where it is used. */
export type Settings = {
	readonly lint?: { readonly enable?: boolean; readonly preset?: string; readonly run?: "onType" | "onSave" };
	readonly rules?: unknown;
};

/** The server's command that fixes all that is safe to fix in the document whose URI it is given, and tells the user what it left. */
export const fixAllCommand = "hullwright.server.fixAll";
