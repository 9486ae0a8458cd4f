#: options
FROM fedora:42
RUN dnf install -y --nogpgcheck nginx
#                  ^^^^^^^^^^^^ `--nogpgcheck` takes packages without looking for a signature
#?> Leave out `--nogpgcheck`
#+ RUN dnf install -y nginx
RUN yum --nogpgcheck localinstall -y nginx.rpm
#       ^^^^^^^^^^^^ `--nogpgcheck` takes packages without looking for a signature
#?> Leave out `--nogpgcheck`
#+ RUN yum localinstall -y nginx.rpm
RUN dnf install -y --setopt=gpgcheck=0 nginx
#                  ^^^^^^^^^^^^^^^^^^^ `--setopt=gpgcheck=0` takes packages without looking for a signature
#?> Leave out `--setopt=gpgcheck=0`
#+ RUN dnf install -y nginx
RUN dnf install -y --setopt nodejs.gpgcheck=false nginx
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `--setopt nodejs.gpgcheck=false` takes packages without looking for a signature
#?> Leave out `--setopt nodejs.gpgcheck=false`
#+ RUN dnf install -y nginx
RUN microdnf install -y --no-gpgchecks nginx
#                       ^^^^^^^^^^^^^^ `--no-gpgchecks` takes packages without looking for a signature
#?> Leave out `--no-gpgchecks`
#+ RUN microdnf install -y nginx
RUN yum-config-manager --save --setopt=web.gpgcheck=0
#                             ^^^^^^^^^^^^^^^^^^^^^^^ `--setopt=web.gpgcheck=0` takes packages without looking for a signature

#: repositories
FROM fedora:42
RUN printf '[web]\nbaseurl=https://rpm.example.com\ngpgcheck=0\n' > /etc/yum.repos.d/web.repo
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `gpgcheck=0` takes packages without looking for a signature
RUN sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.repos.d/fedora.repo
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^ `gpgcheck=0` takes packages without looking for a signature
RUN <<EOF
cat > /etc/yum.repos.d/web.repo <<REPO
[web]
baseurl=https://rpm.example.com
gpgcheck=0
#^^^^^^^^^ `gpgcheck=0` takes packages without looking for a signature
REPO
EOF

#: what is checked
FROM fedora:42
RUN dnf install -y --setopt=install_weak_deps=False nginx
RUN printf '[web]\nbaseurl=https://rpm.example.com\ngpgcheck=1\n' > /etc/yum.repos.d/web.repo
