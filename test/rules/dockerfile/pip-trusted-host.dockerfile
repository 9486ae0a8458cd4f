#: options, settings and configuration files
FROM python:3.13-slim
RUN pip3 install --no-cache-dir --trusted-host pypi.org flask
#                               ^^^^^^^^^^^^^^ with `--trusted-host` nobody checks that the packages come from that host
#?> Leave out `--trusted-host`
#+ RUN pip3 install --no-cache-dir flask
RUN python -m pip install --no-cache-dir --trusted-host=pypi.org -r requirements.txt
#                                        ^^^^^^^^^^^^^^^^^^^^^^^ with `--trusted-host` nobody checks that the packages come from that host
#?> Leave out `--trusted-host`
#+ RUN python -m pip install --no-cache-dir -r requirements.txt
RUN pip install --no-cache-dir flask \
  --trusted-host pypi.org \
# ^^^^^^^^^^^^^^ with `--trusted-host` nobody checks that the packages come from that host
#?> Leave out `--trusted-host`, lines 4 to 5
#+ RUN pip install --no-cache-dir flask \
  --trusted-host files.pythonhosted.org
# ^^^^^^^^^^^^^^ with `--trusted-host` nobody checks that the packages come from that host
#?> Leave out `--trusted-host`, lines 5 to 6
#+   --trusted-host pypi.org
RUN pip config set global.trusted-host pypi.org && pip install --no-cache-dir flask
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ with `global.trusted-host pypi.org` nobody checks that the packages come from that host
#?> Leave out `global.trusted-host pypi.org`
#+ RUN pip install --no-cache-dir flask
RUN printf '[global]\ntrusted-host = pypi.org\n' > /etc/pip.conf
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ with `trusted-host = pypi.org` nobody checks that the packages come from that host
RUN uv pip install --allow-insecure-host pypi.org flask
#                  ^^^^^^^^^^^^^^^^^^^^^ with `--allow-insecure-host` nobody checks that the packages come from that host
#?> Leave out `--allow-insecure-host`
#+ RUN uv pip install flask

#: nothing of the kind
FROM python:3.13-slim
RUN pip install --no-cache-dir --cert ca.pem --index-url https://pypi.example.com flask
RUN pip config set global.index-url https://pypi.example.com
RUN echo --trusted-host
