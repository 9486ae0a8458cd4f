#: options
FROM opensuse/leap:15.6
RUN zypper --no-gpg-checks install -y nginx
#          ^^^^^^^^^^^^^^^ `--no-gpg-checks` takes packages without looking for a signature
#?> Leave out `--no-gpg-checks`
#+ RUN zypper install -y nginx
RUN zypper -n install --allow-unsigned-rpm nginx.rpm
#                     ^^^^^^^^^^^^^^^^^^^^ `--allow-unsigned-rpm` takes packages without looking for a signature
#?> Leave out `--allow-unsigned-rpm`
#+ RUN zypper -n install nginx.rpm
RUN OPTIONS="--no-gpg-checks" && zypper $OPTIONS install -y nginx
#                                       ^^^^^^^^ `--no-gpg-checks` takes packages without looking for a signature

#: what is checked
FROM opensuse/leap:15.6
RUN zypper --gpg-auto-import-keys refresh && zypper install -y nginx
