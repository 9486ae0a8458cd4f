/** Of documents with what Compose makes of a file. */
export const resolvedScheme = "hullwright-project";
