#: in instructions and scripts
FROM python:3.13-slim
ARG PIP_TRUSTED_HOST=pypi.org
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ with `PIP_TRUSTED_HOST=pypi.org` nobody checks that packages come from that host
#?> Leave out `PIP_TRUSTED_HOST=pypi.org`, lines 2 to 3
#+ ENV PIP_NO_CACHE_DIR=1 PIP_TRUSTED_HOST="pypi.org files.pythonhosted.org" \
ENV PIP_NO_CACHE_DIR=1 PIP_TRUSTED_HOST="pypi.org files.pythonhosted.org" \
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ with `PIP_TRUSTED_HOST=pypi.org files.pythonhosted.org` nobody checks that packages come from that host
#?> Leave out `PIP_TRUSTED_HOST=pypi.org files.pythonhosted.org`, lines 3 to 4
#+ ENV PIP_NO_CACHE_DIR=1 LANG=C.UTF-8
  LANG=C.UTF-8
RUN export PIP_TRUSTED_HOST=pypi.org && pip install flask
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ with `PIP_TRUSTED_HOST=pypi.org` nobody checks that packages come from that host
#?> Leave out `PIP_TRUSTED_HOST=pypi.org`
#+ RUN pip install flask
RUN PIP_TRUSTED_HOST=pypi.org pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ with `PIP_TRUSTED_HOST=pypi.org` nobody checks that packages come from that host

#: without a value, and others
FROM python:3.13-slim
ARG PIP_TRUSTED_HOST
ENV PIP_TRUSTED_HOST= PIP_INDEX_URL=https://pypi.org/simple
ENV PIP_TRUSTED_HOST=$PIP_TRUSTED_HOST
