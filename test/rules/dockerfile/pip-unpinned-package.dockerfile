#: whatever compares is a version
FROM python:3.13
RUN pip install flask==3.0.3 "gunicorn>=22" requests~=2.32 'click!=8'
RUN pip install flask
#               ^^^^^ `flask` is installed in whatever version there is on the day of the build
RUN pip3.13 install flask[async] gunicorn==22
RUN python3 -m pip install flask
#                          ^^^^^ `flask` is installed in whatever version there is on the day of the build
RUN pipx install poetry
#                ^^^^^^ `poetry` is installed in whatever version there is on the day of the build
RUN uv pip install flask && uv tool install ruff
#                  ^^^^^ `flask` is installed in whatever version there is on the day of the build
#                                           ^^^^ `ruff` is installed in whatever version there is on the day of the build

#: lists, folders, files, links
FROM python:3.13
RUN pip install -r requirements.txt && pip install -Ur requirements.txt
RUN pip install -c constraints.txt flask && pip install --require-hashes -r hashes.txt
RUN pip install . && pip install -e . && pip install ./app /app .[dev] app/
RUN pip install app.whl app.tar.gz https://example.com/app.zip "app @ https://example.com/app.whl"
RUN pip install git+https://example.com/app.git@v1
RUN pip install git+https://example.com/app.git
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `git+https://example.com/app.git` is installed in whatever version there is on the day of the build
RUN pip install --index-url https://example.com --timeout 10 -t /app flask==3.0.3
RUN pip install flask==$VERSION && pip install $PACKAGES
