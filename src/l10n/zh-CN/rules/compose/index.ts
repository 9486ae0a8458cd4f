// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as buildContextMissing } from "./build-context-missing.json";
export { default as externalNetworkMissing } from "./external-network-missing.json";
export { default as invalidYaml } from "./invalid-yaml.json";
export { default as keyNewerThanDocker } from "./key-newer-than-docker.json";
export { default as newPrivilegesPossible } from "./new-privileges-possible.json";
export { default as obsoleteVersion } from "./obsolete-version.json";
export { default as portInUseNow } from "./port-in-use-now.json";
export { default as privilegedService } from "./privileged-service.json";
export { default as undefinedNetwork } from "./undefined-network.json";
export { default as yamlDuplicateKey } from "./yaml-duplicate-key.json";
