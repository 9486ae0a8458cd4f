/** How a program is called. Of its options, those are named that take the next word as their value: letters, and long ones with their dashes. */
export type Program = {
	readonly letters: string;
	readonly long: readonly string[];
	/** Whether its first word that is no option says what it does. */
	readonly hasSubcommands: boolean;
	/** A pattern for its names, where there are others than the name itself. */
	readonly names?: string;
	/** Whether `python -m` starts it, too. */
	readonly isModule?: boolean;
};
