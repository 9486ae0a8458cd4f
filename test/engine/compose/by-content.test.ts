import { expect, test } from "vitest";
import { isComposeByContent } from "../../../src/engine/compose/is-compose-by-content.ts";
import { mayBeCompose } from "../../../src/engine/compose/may-be-compose.ts";

const is = (text: string, name = "stack.yaml"): boolean => mayBeCompose(name, text) && isComposeByContent(text);

test.each([
	["an image", "services:\n  web:\n    image: nginx\n"],
	["a build", "services:\n  web: { build: . }\n"],
	["an old version, CRLF", 'version: "3"\r\nservices:\r\n  web:\r\n    image: nginx\r\n'],
	["a quoted key behind a mark", '\uFEFF"services":\n  "web":\n    "image": nginx\n'],
	["variables and tabs behind comments", "# ours\t\nservices:\n  web:\n    image: nginx:${TAG:-1}\n    ports: ['${PORT}:80']\n"],
	["an extension and a merge", "x-base: &base\n  restart: always\nservices:\n  web:\n    <<: *base\n    image: nginx\n"],
	["something that is merged over others", "services:\n  web:\n    environment: [A=b]\n    ports: !override ['80']\n"],
	["something that only adds a volume", "services:\n  web:\n    volumes: [data:/data]\nvolumes:\n  data:\n"],
	["one that is based on another", "services:\n  web:\n    extends: { file: base.yaml, service: web }\n"],
	["two documents", "services:\n  web:\n    image: nginx\n---\nservices:\n  db:\n    image: postgres\n"],
])("%s", (_, text) => expect(is(text)).toBe(true));

test.each([
	["GitLab's services", "image: node\nservices:\n  - postgres:18\ntest:\n  script: npm test\n"],
	["Travis's services", "language: node_js\nservices:\n  - docker\n"],
	["Drone's old services", "pipeline:\n  test:\n    image: golang\nservices:\n  db:\n    image: postgres\n"],
	["a workflow's services", "on: push\njobs:\n  test:\n    services:\n      db:\n        image: postgres\n"],
	["Symfony's services", "services:\n  _defaults:\n    autowire: true\n  App\\:\n    resource: ../src/\n"],
	["Symfony's services with nothing in them", "services:\n  App\\Mailer: ~\n"],
	["Lando's services", "name: shop\nservices:\n  db:\n    type: postgres\n"],
	["services of Azure's", "name: shop\nservices:\n  web:\n    project: ./web\n    host: containerapp\n"],
	["services of Kong's", "_format_version: '3.0'\nservices:\n- name: web\n  url: http://web\n"],
	["values of a chart", "services:\n  web:\n    type: ClusterIP\n    port: 80\n"],
	["ports alone", "services:\n  web:\n    ports: [80]\n"],
	["a Kubernetes service", "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n"],
	["words in a text", "text: |\n  services:\n    web:\n      image: nginx\n"],
	["words in a comment", "# services:\n#   web:\n#     image: nginx\na: b\n"],
	["what is broken", "services:\n  web:\n    image: [\n"],
	["nothing", ""],
	["services that are empty", "services:\n"],
	["a bomb", `a: &a [x]\n${"b: &b [*a, *a]\n".repeat(50)}services:\n  web:\n    image: nginx\n`],
])("not %s", (_, text) => expect(is(text)).toBe(false));

test("a file of another program's is left alone by its name", () => {
	expect(is("services:\n  web:\n    build: .\n", "convox.yml")).toBe(false);
	expect(is("services:\n  web:\n    build: .\n", ".lando.yml")).toBe(false);
});
