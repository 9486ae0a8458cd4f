// Generated from the rules beside this file by `npm run generate`; do not edit.
export { default as buildContextMissing } from "./compose/build-context-missing.ts";
export { default as externalNetworkMissing } from "./compose/external-network-missing.ts";
export { default as invalidYaml } from "./compose/invalid-yaml.ts";
export { default as keyNewerThanDocker } from "./compose/key-newer-than-docker.ts";
export { default as newPrivilegesPossible } from "./compose/new-privileges-possible.ts";
export { default as obsoleteVersion } from "./compose/obsolete-version.ts";
export { default as portInUseNow } from "./compose/port-in-use-now.ts";
export { default as privilegedService } from "./compose/privileged-service.ts";
export { default as undefinedNetwork } from "./compose/undefined-network.ts";
export { default as yamlDuplicateKey } from "./compose/yaml-duplicate-key.ts";
