// Generated from templates/ by `npm run generate`; do not edit.
import { python } from "./python/python.ts";
import pythonTemplate from "../../../templates/python/template.json";
import pythonFile0 from "../../../templates/python/Dockerfile.hbs";
import pythonFile1 from "../../../templates/python/dockerignore.hbs";
import pythonFile2 from "../../../templates/python/compose.yaml.hbs";
import type { Template, TemplateCode } from "./template.ts";

type Entry = { readonly template: Template; readonly files: Readonly<Record<string, object>>; readonly code: TemplateCode };

export const templates = {
	python: { template: pythonTemplate as Template, files: { Dockerfile: pythonFile0, ".dockerignore": pythonFile1, "compose.yaml": pythonFile2 }, code: python },
} as const satisfies Record<string, Entry>;
