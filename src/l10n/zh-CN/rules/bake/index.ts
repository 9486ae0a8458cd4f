// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as bakeInheritanceCycle } from "./bake-inheritance-cycle.json";
export { default as duplicateBakeTarget } from "./duplicate-bake-target.json";
export { default as invalidBakeFile } from "./invalid-bake-file.json";
export { default as invalidBakeValue } from "./invalid-bake-value.json";
export { default as missingBakeDockerfile } from "./missing-bake-dockerfile.json";
export { default as overriddenBakeDockerfile } from "./overridden-bake-dockerfile.json";
export { default as undefinedBakeVariable } from "./undefined-bake-variable.json";
export { default as unknownBakeArgument } from "./unknown-bake-argument.json";
export { default as unknownBakeAttribute } from "./unknown-bake-attribute.json";
export { default as unknownBakeStage } from "./unknown-bake-stage.json";
export { default as unknownBakeTarget } from "./unknown-bake-target.json";
