import { expect, test } from "vitest";
import { composeFromContainers, composeFromRun } from "../../../../src/engine/language/compose/containers/compose-files.ts";
import { pastedRun } from "../../../../src/engine/language/compose/containers/pasted-run.ts";
import { runFlags } from "../../../../src/engine/language/compose/containers/run-flags.ts";
import { lineText, runLineOf } from "../../../../src/engine/language/compose/containers/to-run.ts";
import { plainTextOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

/** As `docker run --help` of Docker 29 lists them. */
const flags =
	"add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach detach-keys device device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops disable-content-trust dns dns-option dns-search domainname entrypoint env env-file expose gpus group-add health-cmd health-interval health-retries health-start-interval health-start-period health-timeout help hostname init interactive io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap memory-swappiness mount name network network-alias no-healthcheck oom-kill-disable oom-score-adj pid pids-limit platform privileged publish publish-all pull quiet read-only restart rm runtime security-opt shm-size sig-proxy stop-signal stop-timeout storage-opt sysctl tmpfs tty ulimit use-api-socket user userns uts volume volume-driver volumes-from workdir".split(
		" ",
	);

test("each flag of docker run is known, and told or written", () => {
	expect(flags.filter((name) => !runFlags.some((flag) => flag.name === name))).toEqual([]);
	const plain = composeFromRun("docker run --network shop nginx");
	const lost = runFlags.filter(
		({ name, takesValue }) => composeFromRun(`docker run --network shop ${takesValue ? `--${name}=1:1=1` : `--${name}`} nginx`) === plain,
	);
	// It is said of named volumes, of which there are none here.
	expect(lost.map(({ name }) => name)).toEqual(["volume-driver"]);
});

test.each([
	[
		"a line with a prompt, joined short flags and quotes",
		'$ sudo docker run -itd --name=web -p8080:80 -e "GREETING=it\'s \\$5" -e \'RAW=$x\' -e HOST nginx:1.27 nginx -g "daemon off;"',
		`services:
  # “--detach”: “docker compose up -d” does it
  web:
    image: nginx:1.27
    stdin_open: true
    tty: true
    container_name: web
    ports:
      - "8080:80"
    environment:
      GREETING: it's $$5
      RAW: $$x
      HOST:
    command:
      - nginx
      - -g
      - daemon off;
`,
	],
	[
		"several lines, with the folder and variables of the shell, and a network",
		'docker run \\\n  -v "$(pwd)/data:/data" -v cache:/cache \\\n  --network shop --ip 10.0.0.9 --network-alias db \\\n  --env-file ./a.env -u "$UID" registry.example.com:5000/shop/db@sha256:00\n',
		`services:
  db:
    image: registry.example.com:5000/shop/db@sha256:00
    volumes:
      - ./data:/data
      - cache:/cache
    env_file:
      - ./a.env
    user: \${UID}
    networks:
      shop:
        ipv4_address: 10.0.0.9
        aliases:
          - db

volumes:
  cache:
    name: cache

networks:
  shop:
    external: true
`,
	],
	[
		"two of one image, by PowerShell",
		"docker run redis `\n  redis-server\ndocker container run redis",
		"services:\n  redis:\n    image: redis\n    command:\n      - redis-server\n\n  redis-2:\n    image: redis\n",
	],
	[
		"what is no flag, and one that has no counterpart",
		"docker run --rm --bogus nginx",
		"services:\n  # “--bogus” is no flag of “docker run”\n  # “--rm”: “docker compose down” removes containers, and “docker compose run --rm” one at its end\n  nginx:\n    image: nginx\n",
	],
])("%s", (_, line, expected) => expect(composeFromRun(line)).toBe(expected));

test.each(["docker ps", "docker run", "docker run -d", "echo docker", "", "docker run 'nginx", "for x in a; do docker run nginx; done"])(
	"%j makes no service",
	(text) => expect(composeFromRun(text)).toBeUndefined(),
);

test.each([
	[
		"below services",
		"services:\n  db:\n    image: postgres\n  ‸docker run -v data:/data --name web nginx\n",
		"services:\n  db:\n    image: postgres\n  web:\n    image: nginx\n    volumes:\n      - data:/data\n    container_name: web\n\nvolumes:\n  data:\n    name: data\n",
	],
	[
		"with a name that is taken, over two lines, where a section is there",
		"services:\n  nginx:\n    image: a\n‸docker run -v cache:/x \\\n  nginx\nvolumes:\n  y:\n",
		"services:\n  nginx:\n    image: a\n  nginx-2:\n    image: nginx\n    volumes:\n      - cache:/x\nvolumes:\n  y:\n  cache:\n    name: cache\n",
	],
	["in an empty file", "‸docker run nginx", "services:\n  nginx:\n    image: nginx\n"],
])("a pasted line becomes a service %s", (_, marked, expected) => {
	const [before = "", after = ""] = marked.split("‸");
	const edit = pastedRun(before + after, { start: before.length, end: before.length });
	expect(edit && applyEdits(before + after, [edit])).toBe(expected);
});

test("what an image says is not written, and names are", () => {
	const container = {
		Id: "0123456789abcdef",
		Name: "/shop",
		Config: { Image: "nginx", Hostname: "0123456789ab", Env: ["PATH=/bin", "A=$b"], Cmd: ["nginx"], Labels: { "com.docker.compose.service": "web", own: "1" } },
		HostConfig: { NetworkMode: "shop_default", Binds: ["data:/data:rw"], AutoRemove: true },
		NetworkSettings: { Networks: { shop_default: { Aliases: ["shop", "web", "www"] } } },
	};
	expect(composeFromContainers([{ container, image: { Env: ["PATH=/bin"], Cmd: ["nginx"] } }])).toBe(`services:
  # “--rm”: “docker compose down” removes containers, and “docker compose run --rm” one at its end
  web:
    image: nginx
    container_name: shop
    environment:
      A: $$b
    labels:
      own: "1"
    networks:
      shop_default:
        aliases:
          - www
    volumes:
      - data:/data

volumes:
  data:
    name: data
    external: true

networks:
  shop_default:
    name: shop_default
    external: true
`);
});

test("a service is a docker run again, with what that cannot say", () => {
	const project = {
		name: "shop",
		services: {
			web: {
				image: "nginx",
				command: ["sh", "-c", "echo $HOME; it's"],
				entrypoint: null,
				environment: { A: "b c" },
				depends_on: { db: {} },
				networks: { default: null },
			},
		},
		networks: { default: { name: "shop_default" } },
	};
	const line = runLineOf(project, "web");
	expect(line && lineText(line)).toBe(
		"docker run \\\n  --name shop-web-1 \\\n  --env 'A=b c' \\\n  --network shop_default \\\n  nginx \\\n  sh \\\n  -c \\\n  'echo $HOME; it'\\''s'",
	);
	expect(line?.notes.map((note) => plainTextOf(note))).toEqual(["“depends_on”: “docker run” has nothing for it"]);
	expect(runLineOf(project, "db")).toBeUndefined();
});
