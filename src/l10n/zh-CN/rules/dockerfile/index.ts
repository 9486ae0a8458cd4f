// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as addInsteadOfCopy } from "./add-instead-of-copy.json";
export { default as apkLeftoverCache } from "./apk-leftover-cache.json";
export { default as aptGetMissingYes } from "./apt-get-missing-yes.json";
export { default as aptGetRecommendedPackages } from "./apt-get-recommended-packages.json";
export { default as aptLeftoverLists } from "./apt-leftover-lists.json";
export { default as fromLatestTag } from "./from-latest-tag.json";
export { default as fromMissingTag } from "./from-missing-tag.json";
export { default as invalidJsonForm } from "./invalid-json-form.json";
export { default as maintainerInstruction } from "./maintainer-instruction.json";
export { default as missingUser } from "./missing-user.json";
export { default as packageUpdateAlone } from "./package-update-alone.json";
export { default as pipLeftoverCache } from "./pip-leftover-cache.json";
export { default as relativeWorkdir } from "./relative-workdir.json";
export { default as secretInVariable } from "./secret-in-variable.json";
export { default as shellFormCommand } from "./shell-form-command.json";
export { default as syntaxError } from "./syntax-error.json";
