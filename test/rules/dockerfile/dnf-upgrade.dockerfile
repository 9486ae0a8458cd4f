#: dnf and its sisters, all packages
FROM fedora:41
RUN dnf -y upgrade && dnf install -y httpd
#   ^^^^^^^^^^^^^^ `dnf upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `dnf upgrade`
#+ RUN dnf install -y httpd
RUN microdnf update -y && microdnf clean all
#   ^^^^^^^^^^^^^^^ `microdnf update` changes packages of the base image, and to other versions with each build
#?> Remove `microdnf update`
#+ RUN microdnf clean all
RUN tdnf distro-sync -y
#   ^^^^^^^^^^^^^^^^ `tdnf distro-sync` changes packages of the base image, and to other versions with each build
#?> Remove `tdnf distro-sync`, lines 4 to 5
#+ RUN dnf upgrade -y httpd
RUN dnf upgrade -y httpd
RUN dnf check-update; true
RUN sudo dnf upgrade -y
#        ^^^^^^^^^^^ `dnf upgrade` changes packages of the base image, and to other versions with each build
