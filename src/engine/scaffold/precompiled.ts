// Generated from templates/ by `npm run generate`; do not edit.
// @ts-nocheck: Handlebars emits JavaScript.
/* oxlint-disable */
import type { Template } from "./template.ts";

export type TemplateId = "python";

export const templates: Readonly<Record<TemplateId, { readonly template: Template; readonly files: Readonly<Record<string, object>> }>> = {
	"python": {
		template: {"title":"Python","detect":["requirements*.txt","requirements/*.txt","pyproject.toml","uv.lock","poetry.lock","Pipfile","Pipfile.lock","setup.py","setup.cfg","manage.py"],"sources":[".py"],"questions":[{"name":"kind","prompt":"What kind of application is it?","type":"choice","default":"asgi","choices":[{"value":"asgi","label":"ASGI application","detail":"FastAPI, Starlette, Litestar, Quart, Django's asgi.py; served by Uvicorn"},{"value":"wsgi","label":"WSGI application","detail":"Flask, Bottle, Falcon, Django's wsgi.py; served by Gunicorn"},{"value":"streamlit","label":"Streamlit page","detail":"streamlit run app.py"},{"value":"script","label":"Script","detail":"python main.py"},{"value":"module","label":"Module","detail":"python -m package"},{"value":"command","label":"Command of the project","detail":"a name in [project.scripts] of pyproject.toml"}]},{"name":"entry","prompt":"Where is the application object? (module:name)","type":"object","default":"main:app","when":{"kind":["asgi","wsgi"]}},{"name":"script","prompt":"Which script starts it?","type":"file","default":"main.py","when":{"kind":["streamlit","script"]}},{"name":"module","prompt":"Which module starts it? (python -m …)","type":"module","default":"app","when":{"kind":["module"]}},{"name":"command","prompt":"Which command starts it?","type":"command","default":"app","when":{"kind":["command"]}},{"name":"port","prompt":"Which port does it listen on?","type":"port","default":"8000","optional":{"kind":["script","module","command"]}},{"name":"health","prompt":"Which path answers its health check? (empty: a connection is enough)","type":"url-path","default":"","optional":{},"unless":{"port":[""]}},{"name":"packages","prompt":"What installs the packages that it needs?","type":"choice","default":"pip","choices":[{"value":"pip","label":"pip, from a requirements file","detail":"pip install --requirement requirements.txt"},{"value":"project","label":"pip, from pyproject.toml or setup.py","detail":"pip install ."},{"value":"uv","label":"uv","detail":"uv sync --locked, from uv.lock"},{"value":"poetry","label":"Poetry","detail":"poetry install --only main, from poetry.lock"},{"value":"pipenv","label":"Pipenv","detail":"pipenv sync, from Pipfile.lock"},{"value":"none","label":"Nothing","detail":"Python's own library is enough"}]},{"name":"requirements","prompt":"Which requirements file?","type":"file","default":"requirements.txt","when":{"packages":["pip"]}},{"name":"version","prompt":"Which version of Python?","type":"python-version","default":"3.14"}],"files":{"Dockerfile":"Dockerfile.hbs",".dockerignore":"dockerignore.hbs","compose.yaml":"compose.yaml.hbs"}},
		files: {
			"Dockerfile": {"0":function(container,depth0,helpers,partials,data) {
    return "# Two stages: the first installs what the application needs, the second is what runs.\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "FROM python:${PYTHON_VERSION}-"
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"distribution"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":7,"column":30},"end":{"line":7,"column":51}}})) != null ? stack1 : "")
    + " AS build\n\nWORKDIR /app\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"uv"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":18,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"buildPackages"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"uv"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"needsScmVersion"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":55,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"copiesFirst"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":59,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":60,"column":0},"end":{"line":62,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"pip"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":63,"column":0},"end":{"line":72,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"dependencies"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":73,"column":0},"end":{"line":79,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"project"),{"name":"if","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":80,"column":0},"end":{"line":84,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"uv"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":85,"column":0},"end":{"line":106,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"poetry"),{"name":"if","hash":{},"fn":container.program(25, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":107,"column":0},"end":{"line":124,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"pipenv"),{"name":"if","hash":{},"fn":container.program(29, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":125,"column":0},"end":{"line":135,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"onlyServer"),{"name":"if","hash":{},"fn":container.program(30, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":136,"column":0},"end":{"line":140,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"collectsStatic"),{"name":"if","hash":{},"fn":container.program(31, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":141,"column":0},"end":{"line":148,"column":7}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "ENV UV_COMPILE_BYTECODE=1 \\\n    UV_LINK_MODE=copy \\\n    UV_PROJECT_ENVIRONMENT=/opt/venv \\\n    UV_PYTHON=python3 \\\n    UV_PYTHON_DOWNLOADS=never\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN apt-get update \\\n    && apt-get install --yes --no-install-recommends \\\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"buildPackages"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":24,"column":9}}})) != null ? stack1 : "")
    + "    && rm -rf /var/lib/apt/lists/*\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":23,"column":8},"end":{"line":23,"column":22}}})) != null ? stack1 : "")
    + " \\\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tool"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":29,"column":16},"end":{"line":29,"column":30}}})) != null ? stack1 : "")
    + "\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"tool"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":44,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasEnvironment"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":45,"column":0},"end":{"line":49,"column":7}}})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# The tool has an environment of its own, so that it shares no package with the application.\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    python -m venv /opt/tool \\\n    && /opt/tool/bin/pip install "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"tool"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":36,"column":33},"end":{"line":36,"column":47}}})) != null ? stack1 : "")
    + " \\\n    && python -m venv /opt/venv\n\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"hasEnvironment"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":40,"column":0},"end":{"line":43,"column":7}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    return "RUN python -m venv /opt/venv\n\n";
},"10":function(container,depth0,helpers,partials,data) {
    return "ENV PATH=/opt/venv/bin:$PATH \\\n    VIRTUAL_ENV=/opt/venv\n\n";
},"11":function(container,depth0,helpers,partials,data) {
    return "# The history is not copied, so the version is given: --build-arg SETUPTOOLS_SCM_PRETEND_VERSION=1.2.3\nARG SETUPTOOLS_SCM_PRETEND_VERSION=0.0.0\n\n";
},"12":function(container,depth0,helpers,partials,data) {
    return "COPY . .\n\n";
},"13":function(container,depth0,helpers,partials,data) {
    return "# The project does not bring a server of its own; one is installed beside its packages.\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pip \\\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(depth0,"copiesFirst"),{"name":"unless","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":65,"column":0},"end":{"line":69,"column":11}}})) != null ? stack1 : "")
    + "    pip install --requirement "
    + ((stack1 = lookupProperty(helpers,"shell").call(alias1,lookupProperty(depth0,"requirements"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":70,"column":30},"end":{"line":70,"column":52}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":70,"column":52},"end":{"line":70,"column":90}}})) != null ? stack1 : "")
    + "\n\n";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"manifests"),{"name":"each","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":66,"column":0},"end":{"line":68,"column":9}}})) != null ? stack1 : "");
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    --mount=type=bind,source="
    + ((stack1 = lookupProperty(helpers,"mount").call(alias1,depth0,{"name":"mount","hash":{},"data":data,"loc":{"start":{"line":67,"column":29},"end":{"line":67,"column":43}}})) != null ? stack1 : "")
    + ",target="
    + ((stack1 = lookupProperty(helpers,"mount").call(alias1,depth0,{"name":"mount","hash":{},"data":data,"loc":{"start":{"line":67,"column":51},"end":{"line":67,"column":65}}})) != null ? stack1 : "")
    + " \\\n";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":70,"column":67},"end":{"line":70,"column":83}}})) != null ? stack1 : "");
},"18":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pip \\\n    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \\\n    python -c \"import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project'].get('dependencies', []), sep='\\n')\" > /tmp/requirements.txt \\\n    && pip install --requirement /tmp/requirements.txt"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":77,"column":54},"end":{"line":77,"column":92}}})) != null ? stack1 : "")
    + "\n\n";
},"19":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install ."
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":82,"column":17},"end":{"line":82,"column":55}}})) != null ? stack1 : "")
    + "\n\n";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"copiesFirst"),{"name":"if","hash":{},"fn":container.program(21, data, 0),"inverse":container.program(23, data, 0),"data":data,"loc":{"start":{"line":86,"column":0},"end":{"line":105,"column":7}}})) != null ? stack1 : "");
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync --locked --no-dev --no-editable"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":88,"column":43},"end":{"line":89,"column":75}}})) != null ? stack1 : "")
    + "\n\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " \\\n    && uv pip install --python /opt/venv/bin/python "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":89,"column":52},"end":{"line":89,"column":68}}})) != null ? stack1 : "");
},"23":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/uv \\\n    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \\\n    --mount=type=bind,source=uv.lock,target=uv.lock \\\n    uv sync --locked --no-dev --no-install-project"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":95,"column":50},"end":{"line":96,"column":75}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"isBuilt"),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":98,"column":0},"end":{"line":104,"column":7}}})) != null ? stack1 : "");
},"24":function(container,depth0,helpers,partials,data) {
    return "COPY . .\n\nRUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync --inexact --locked --no-dev --no-editable\n\n";
},"25":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pypoetry \\\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(26, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":109,"column":0},"end":{"line":111,"column":7}}})) != null ? stack1 : "")
    + "    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \\\n    --mount=type=bind,source=poetry.lock,target=poetry.lock \\\n    /opt/tool/bin/poetry install --only main --no-root --no-interaction"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(27, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":114,"column":71},"end":{"line":115,"column":42}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"isBuilt"),{"name":"if","hash":{},"fn":container.program(28, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":117,"column":0},"end":{"line":123,"column":7}}})) != null ? stack1 : "");
},"26":function(container,depth0,helpers,partials,data) {
    return "    --mount=type=cache,target=/root/.cache/pip \\\n";
},"27":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " \\\n    && pip install "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":115,"column":19},"end":{"line":115,"column":35}}})) != null ? stack1 : "");
},"28":function(container,depth0,helpers,partials,data) {
    return "COPY . .\n\nRUN --mount=type=cache,target=/root/.cache/pypoetry \\\n    /opt/tool/bin/poetry install --only main --no-interaction\n\n";
},"29":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pipenv \\\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(26, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":127,"column":0},"end":{"line":129,"column":7}}})) != null ? stack1 : "")
    + "    --mount=type=bind,source=Pipfile,target=Pipfile \\\n    --mount=type=bind,source=Pipfile.lock,target=Pipfile.lock \\\n    /opt/tool/bin/pipenv sync"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"server"),{"name":"if","hash":{},"fn":container.program(27, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":132,"column":29},"end":{"line":133,"column":42}}})) != null ? stack1 : "")
    + "\n\n";
},"30":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "RUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install "
    + ((stack1 = lookupProperty(helpers,"shell").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"server"),{"name":"shell","hash":{},"data":data,"loc":{"start":{"line":138,"column":16},"end":{"line":138,"column":32}}})) != null ? stack1 : "")
    + "\n\n";
},"31":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(depth0,"hasSource"),{"name":"unless","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":142,"column":0},"end":{"line":145,"column":11}}})) != null ? stack1 : "")
    + "RUN "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"secretName"),{"name":"if","hash":{},"fn":container.program(32, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":146,"column":4},"end":{"line":146,"column":68}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"uv"),{"name":"if","hash":{},"fn":container.program(33, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":146,"column":68},"end":{"line":146,"column":99}}})) != null ? stack1 : "")
    + "python manage.py collectstatic --no-input\n\n";
},"32":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"word").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"secretName"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":146,"column":22},"end":{"line":146,"column":41}}})) != null ? stack1 : "")
    + "=only-for-this-step ";
},"33":function(container,depth0,helpers,partials,data) {
    return "/opt/venv/bin/";
},"34":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "LABEL org.opencontainers.image.title="
    + ((stack1 = lookupProperty(helpers,"word").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"title"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":153,"column":37},"end":{"line":153,"column":51}}})) != null ? stack1 : "")
    + "\n\n";
},"35":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apt-get update \\\n    && apt-get install --yes --no-install-recommends \\\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"runPackages"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":158,"column":0},"end":{"line":160,"column":9}}})) != null ? stack1 : "")
    + "    && rm -rf /var/lib/apt/lists/* \\\n    && ";
},"36":function(container,depth0,helpers,partials,data) {
    return "PATH=/opt/venv/bin:$PATH \\\n    ";
},"37":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " \\\n    "
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"name"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":168,"column":4},"end":{"line":168,"column":17}}})) != null ? stack1 : "")
    + "="
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"value"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":168,"column":18},"end":{"line":168,"column":32}}})) != null ? stack1 : "");
},"38":function(container,depth0,helpers,partials,data) {
    return "COPY --from=build /opt/venv /opt/venv\n";
},"39":function(container,depth0,helpers,partials,data) {
    return "COPY --from=build /app .\n";
},"40":function(container,depth0,helpers,partials,data) {
    return "COPY . .\n";
},"41":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "EXPOSE "
    + ((stack1 = lookupProperty(helpers,"word").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"port"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":185,"column":7},"end":{"line":185,"column":20}}})) != null ? stack1 : "")
    + "\n\n";
},"42":function(container,depth0,helpers,partials,data) {
    return "# Python leaves SIGTERM to the system, which ignores it for the first process of a container; SIGINT ends it.\nSTOPSIGNAL SIGINT\n\n";
},"43":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "HEALTHCHECK --interval=10s \\\n    --timeout=5s \\\n    --start-period=20s \\\n    --retries=3 \\\n    CMD "
    + ((stack1 = lookupProperty(helpers,"json").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"check"),{"name":"json","hash":{},"data":data,"loc":{"start":{"line":198,"column":8},"end":{"line":198,"column":22}}})) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasBuildStage"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":3,"column":7}}})) != null ? stack1 : "")
    + "ARG PYTHON_VERSION="
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"version"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":4,"column":19},"end":{"line":4,"column":35}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasBuildStage"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":149,"column":7}}})) != null ? stack1 : "")
    + "FROM python:${PYTHON_VERSION}-"
    + ((stack1 = lookupProperty(helpers,"word").call(alias1,lookupProperty(depth0,"distribution"),{"name":"word","hash":{},"data":data,"loc":{"start":{"line":150,"column":30},"end":{"line":150,"column":51}}})) != null ? stack1 : "")
    + " AS runtime\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"title"),{"name":"if","hash":{},"fn":container.program(34, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":152,"column":0},"end":{"line":155,"column":7}}})) != null ? stack1 : "")
    + "RUN "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"runPackages"),{"name":"if","hash":{},"fn":container.program(35, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":156,"column":4},"end":{"line":162,"column":14}}})) != null ? stack1 : "")
    + "groupadd --gid 10001 app \\\n    && useradd --uid 10001 --gid app --no-create-home --home-dir /tmp --shell /usr/sbin/nologin app\n\nENV "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasEnvironment"),{"name":"if","hash":{},"fn":container.program(36, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":165,"column":4},"end":{"line":166,"column":11}}})) != null ? stack1 : "")
    + "PYTHONDONTWRITEBYTECODE=1 \\\n    PYTHONUNBUFFERED=1"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"environment"),{"name":"each","hash":{},"fn":container.program(37, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":167,"column":22},"end":{"line":168,"column":41}}})) != null ? stack1 : "")
    + "\n\nWORKDIR /app\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasEnvironment"),{"name":"if","hash":{},"fn":container.program(38, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":172,"column":0},"end":{"line":174,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"collectsStatic"),{"name":"if","hash":{},"fn":container.program(39, data, 0),"inverse":container.program(40, data, 0),"data":data,"loc":{"start":{"line":175,"column":0},"end":{"line":179,"column":7}}})) != null ? stack1 : "")
    + "\n# A number, so that Kubernetes can see that it is not root. The files stay root's: the application cannot change them.\nUSER 10001:10001\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"port"),{"name":"if","hash":{},"fn":container.program(41, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":184,"column":0},"end":{"line":187,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"stopsOnInterrupt"),{"name":"if","hash":{},"fn":container.program(42, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":188,"column":0},"end":{"line":192,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"port"),{"name":"if","hash":{},"fn":container.program(43, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":193,"column":0},"end":{"line":200,"column":7}}})) != null ? stack1 : "")
    + "CMD "
    + ((stack1 = lookupProperty(helpers,"json").call(alias1,lookupProperty(depth0,"command"),{"name":"json","hash":{},"data":data,"loc":{"start":{"line":201,"column":4},"end":{"line":201,"column":20}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
			".dockerignore": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "# Version control and editors\n.git\n.gitignore\n.gitattributes\n.github\n.gitlab-ci.yml\n.idea\n.vscode\n.DS_Store\n\n# Secrets: pass them at run time\n.env\n.env.*\n!.env.example\n*.key\n*.pem\nid_rsa*\nid_ed25519*\nsecrets\n\n# What Python and its tools leave behind\n**/__pycache__\n**/*.py[cod]\n**/*.egg-info\n**/.ipynb_checkpoints\n.venv\nvenv\nenv\n.tox\n.nox\n.pytest_cache\n.mypy_cache\n.ruff_cache\n.coverage*\nhtmlcov\nbuild\ndist\n*.log\n*.sqlite3\n\n# What is about the image, not in it\nDockerfile*\n*.Dockerfile\n.dockerignore\ncompose*.yaml\ncompose*.yml\ndocker-compose*.yaml\ndocker-compose*.yml\n*.md\n!README.md\n";
},"useData":true},
			"compose.yaml": {"0":function(container,depth0,helpers,partials,data) {
    return "    env_file:\n      - path: .env\n        required: false\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    # Only this machine can connect; leave 127.0.0.1 off to let others.\n    ports:\n      - "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"published"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":27,"column":8},"end":{"line":27,"column":26}}})) != null ? stack1 : "")
    + "\n    healthcheck:\n      test: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"test"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":29,"column":12},"end":{"line":29,"column":25}}})) != null ? stack1 : "")
    + "\n      interval: 10s\n      timeout: 5s\n      start_period: 20s\n      retries: 3\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "services:\n  app:\n    build:\n      context: .\n      target: runtime\n    init: true\n    user: \"10001:10001\"\n    # Nothing but /tmp can be written; give a volume to what must last.\n    read_only: true\n    tmpfs:\n      - /tmp:size=64m,mode=1777,noexec,nosuid,nodev\n    cap_drop:\n      - ALL\n    security_opt:\n      - no-new-privileges:true\n    pids_limit: "
    + ((stack1 = lookupProperty(helpers,"integer").call(alias1,lookupProperty(depth0,"processes"),{"name":"integer","hash":{},"data":data,"loc":{"start":{"line":16,"column":16},"end":{"line":16,"column":37}}})) != null ? stack1 : "")
    + "\n    mem_limit: "
    + ((stack1 = lookupProperty(helpers,"yaml").call(alias1,lookupProperty(depth0,"memory"),{"name":"yaml","hash":{},"data":data,"loc":{"start":{"line":17,"column":15},"end":{"line":17,"column":30}}})) != null ? stack1 : "")
    + "\n    cpus: 1.0\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"hasEnvFile"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":23,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"port"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "")
    + "    restart: unless-stopped\n    stop_grace_period: 30s\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n        max-file: \"3\"\n";
},"useData":true},
		},
	},
};
