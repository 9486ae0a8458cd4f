#: options and files
FROM fedora:42
RUN dnf install -y --setopt=sslverify=0 nginx
#                  ^^^^^^^^^^^^^^^^^^^^ `--setopt=sslverify=0` lets anybody answer for the mirror
#?> Leave out `--setopt=sslverify=0`
#+ RUN dnf install -y nginx
RUN dnf config-manager --save --setopt=fedora.sslverify=false
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `--setopt=fedora.sslverify=false` lets anybody answer for the mirror
RUN yum-config-manager --save --setopt=web.sslverify=0
#                             ^^^^^^^^^^^^^^^^^^^^^^^^ `--setopt=web.sslverify=0` lets anybody answer for the mirror
RUN echo "sslverify=false" >> /etc/yum.conf
#        ^^^^^^^^^^^^^^^^^ `sslverify=false` lets anybody answer for the mirror

#: what is checked
FROM fedora:42
RUN dnf install -y --setopt=sslverify=1 --setopt=sslcacert=/etc/ca.pem nginx
