import { projectPath } from "./project-path.ts";
import { placed, type Format } from "./report.ts";
import { element, escaped, xmlDeclaration } from "./xml.ts";

/** A file is a suite and a finding a test that fails; a file without is a test that passes. https://github.com/testmoapp/junitxml */
export const junit: Format = {
	part(report, { catalogue }) {
		const file = projectPath(report.name);
		// Where two tests have the same name, GitLab shows one of them.
		const cases = placed(report, catalogue).map(({ severity, rule, message, line, column }) => {
			const text = escaped(`${file}:${line}:${column}: ${severity}: ${message} [${rule}]`);
			return element(
				"testcase",
				{ name: `${rule} (${line}:${column})`, classname: file, file, line },
				element("failure", { type: severity, message }, text).trimEnd(),
			);
		});
		const failures = cases.length;
		if (failures === 0) cases.push(element("testcase", { name: "no problems", classname: file, file }));
		return element("testsuite", { name: file, tests: cases.length, failures, errors: 0 }, `\n${cases.join("")}`);
	},
	whole(parts, { error, warning, info }) {
		const suites = parts.join("");
		// Nothing that a user wrote can look like a tag.
		const tests = suites.split("<testcase ").length - 1;
		return xmlDeclaration + element("testsuites", { name: "Hullwright", tests, failures: error + warning + info, errors: 0 }, `\n${suites}`);
	},
};
