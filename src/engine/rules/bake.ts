// Generated from the rules beside this file by `npm run generate`; do not edit.
export { default as bakeInheritanceCycle } from "./bake/bake-inheritance-cycle.ts";
export { default as duplicateBakeTarget } from "./bake/duplicate-bake-target.ts";
export { default as invalidBakeFile } from "./bake/invalid-bake-file.ts";
export { default as invalidBakeValue } from "./bake/invalid-bake-value.ts";
export { default as missingBakeDockerfile } from "./bake/missing-bake-dockerfile.ts";
export { default as overriddenBakeDockerfile } from "./bake/overridden-bake-dockerfile.ts";
export { default as undefinedBakeVariable } from "./bake/undefined-bake-variable.ts";
export { default as unknownBakeArgument } from "./bake/unknown-bake-argument.ts";
export { default as unknownBakeAttribute } from "./bake/unknown-bake-attribute.ts";
export { default as unknownBakeStage } from "./bake/unknown-bake-stage.ts";
export { default as unknownBakeTarget } from "./bake/unknown-bake-target.ts";
