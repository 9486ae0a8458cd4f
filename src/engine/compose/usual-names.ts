/** The names that Compose looks for, in the order in which it takes one. */
export const baseNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/** Those of what is merged over it. */
export const overrideNames = ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];
