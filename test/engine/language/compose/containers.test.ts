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

test("a check that asks more often at first is one that Compose makes a container of", () => {
	const check = (more: string): string | undefined => composeFromRun(`docker run --health-cmd true --health-start-interval 2s ${more} nginx`);
	expect(check("")).toMatch(/start_interval: 2s\n +start_period: 0s/);
	expect(check("--health-start-period 10s")).toMatch(/start_period: 10s/);
});

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
		"what is marked as optional, and what the reader is to write",
		"docker run -d \\\n  --stop-timeout=90s --hostname=<host> `#optional` \\\n  -p 80:80 `#http` -e 'RAW=<raw>' \\\n  -v /path/to/data:/data `#optional, it's large` \\\n  lscr.io/linuxserver/web:<tag> serve <command>",
		`services:
  # “--detach”: “docker compose up -d” does it
  web:
    image: lscr.io/linuxserver/web:<tag>
    stop_grace_period: 90s
    hostname: <host>
    ports:
      - "80:80"
    environment:
      RAW: <raw>
    volumes:
      - /path/to/data:/data
    command:
      - serve
      - <command>
`,
	],
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
	[
		"short switches with values, and a switch that is turned off",
		"docker run -i=true -t=0 --rm=false -d=f --init=1 nginx",
		"services:\n  nginx:\n    image: nginx\n    stdin_open: true\n    tty: false\n    init: true\n",
	],
	[
		"a variable with a default, the folder elsewhere than in front, and what commands print",
		'docker run -e A=${B:-c} -e HERE="$PWD" -v "$PWD":"$PWD" -v /${PWD}/x:/x -w `pwd` --env-file $(pwd)/a.env -u "$(id -u):1" nginx',
		`services:
  # “$(id -u)” is what a command prints, which Compose does not run: write it here
  nginx:
    image: nginx
    environment:
      A: \${B:-c}
      HERE: \${PWD}
    volumes:
      - .:\${PWD}
      - ./x:/x
    working_dir: \${PWD}
    env_file:
      - ./a.env
    user: $$(id -u):1
`,
	],
	[
		"PowerShell, with its variables, quotes and paths",
		"PS C:\\x> docker run -v ${pwd}\\a:/a -v $env:USERPROFILE\\b:/b `\r\n  -v \"$($PWD.Path)/c:/c\" -e 'A=it''s \\d' -e \"B=`$5\" -v .\\d:/d nginx\r\n",
		`services:
  nginx:
    image: nginx
    volumes:
      - ./a:/a
      - \${USERPROFILE}\\b:/b
      - ./c:/c
      - ./d:/d
    environment:
      A: it's \\d
      B: $$5
`,
	],
	[
		"the command prompt of Windows",
		'C:\\Users\\me>docker run -v %cd%\\a:/a ^\r\n  -v "%APPDATA%\\b:/b" -v C:\\c:/c -e "A={\\"b\\": \\"$c\\"}" nginx',
		`services:
  nginx:
    image: nginx
    volumes:
      - ./a:/a
      - \${APPDATA}\\b:/b
      - C:\\c:/c
    environment:
      A: '{"b": "$$c"}'
`,
	],
	[
		"a path of Windows alone",
		'docker run -v C:\\a:/a -v "D:\\b c:/b" nginx',
		"services:\n  nginx:\n    image: nginx\n    volumes:\n      - C:\\a:/a\n      - D:\\b c:/b\n",
	],
	[
		"a line that is commented out, one in the background, one in another, and words around",
		"It's run so (as root):\nsudo docker run \\\n  -e A=1 \\\n  # -e B=2 \\\n  -p 1:1 \\\n  nginx > /dev/null 2>&1 &\nID=$(docker create --name x redis)",
		'services:\n  nginx:\n    image: nginx\n    environment:\n      A: "1"\n    ports:\n      - "1:1"\n\n  x:\n    image: redis\n    container_name: x\n',
	],
	[
		"flags that nobody knows, with values and without",
		"podman run --replace --pod new:x --secret s -p 1:1 quay.io/a/b:1 --c d",
		`services:
  # “--replace” is no flag of “docker run”
  # “--pod new:x” is no flag of “docker run”
  # “--secret s” is no flag of “docker run”
  b:
    image: quay.io/a/b:1
    ports:
      - "1:1"
    command:
      - --c
      - d
`,
	],
	[
		"a flag that nobody knows before an image whose command has flags",
		"docker run --bogus nginx -g 'daemon off;'",
		"services:\n  # “--bogus” is no flag of “docker run”\n  nginx:\n    image: nginx\n    command:\n      - -g\n      - daemon off;\n",
	],
	["a flag over several lines", "docker run '--bo\ngus=1' nginx", "services:\n  # “--bo gus=1” is no flag of “docker run”\n  nginx:\n    image: nginx\n"],
	[
		"networks whose names come last, and all that is said of them",
		"docker run --ip 10.0.0.9 --network-alias a --mac-address 02:42:ac:11:00:02 --network one --network 'name=two,\"driver-opt=x=1,2\",gw-priority=5,alias=b,bogus=1' nginx",
		`services:
  # “--network”: a service has nothing for “bogus=1”
  nginx:
    image: nginx
    networks:
      one:
        ipv4_address: 10.0.0.9
        aliases:
          - a
        mac_address: 02:42:ac:11:00:02
      two:
        driver_opts:
          x: 1,2
        gw_priority: 5
        aliases:
          - b

networks:
  one:
    external: true
  two:
    external: true
`,
	],
	["a way to have a network, in the long form", "docker run --network name=host nginx", "services:\n  nginx:\n    image: nginx\n    network_mode: host\n"],
	[
		"mounts with quoted fields, switches, and what the volume is made with",
		`docker run --mount 'type=volume,src=shop,dst=/a,volume-driver=local,volume-opt=type=nfs,"volume-opt=o=addr=1.2.3.4,rw",readonly=false' --mount type=bind,src=.,dst=/b,bind-nonrecursive,ro=1 --mount type=volume,dst=/c,volume-opt=a=b nginx`,
		`services:
  # “--mount”: a volume without a name has nothing for “volume-opt”
  nginx:
    image: nginx
    volumes:
      - type: volume
        source: shop
        target: /a
        read_only: false
      - type: bind
        source: "."
        target: /b
        bind:
          recursive: disabled
          create_host_path: false
        read_only: true
      - type: volume
        target: /c

volumes:
  shop:
    name: shop
    driver: local
    driver_opts:
      type: nfs
      o: addr=1.2.3.4,rw
`,
	],
	[
		"graphics cards, unlimited swap, and a container's volumes that are read only",
		`docker run --gpus 'all,"capabilities=compute,utility"' --memory-swap=-1 --volumes-from other:ro nginx`,
		`services:
  # “--volumes-from other:ro”: Compose loses the “ro”
  nginx:
    image: nginx
    gpus:
      - count: -1
        capabilities:
          - compute
          - utility
    memswap_limit: -1
    volumes_from:
      - container:other:ro
`,
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
	[
		"with sections that stand in braces",
		"volumes: {q: }\nnetworks: {}\nservices:\n  a: {image: x}\n‸docker run -v data:/data --network net nginx\n",
		"volumes: {q: , data: { name: data }}\nnetworks: { net: { external: true } }\nservices:\n  a: {image: x}\n  nginx:\n    image: nginx\n    volumes:\n      - data:/data\n    networks:\n      net:\n",
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
