/** The option by which a rule about size speaks of stages too whose layers are thrown away. */
export const everyStage = { default: false, strict: true, description: "Report also in stages whose layers do not get into a final image." } as const;

/** The same for rules of which hadolint's speak in every stage. */
export const everyStageAsHadolint = { ...everyStage, hadolint: true } as const;

/** For what concerns the image that is run: nobody asks it of other stages but hadolint. */
export const everyImageAsHadolint = { default: false, hadolint: true, description: "Report also in stages of which no image is made to be run." } as const;
