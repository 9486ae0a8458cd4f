/** The option by which a rule about size speaks of stages too whose layers are thrown away. */
export const everyStage = { default: false, strict: true, description: "Report also in stages whose layers do not get into a final image." } as const;
