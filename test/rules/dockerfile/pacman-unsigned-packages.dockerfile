#: in its configuration
FROM archlinux:base
RUN echo "SigLevel = Never" >> /etc/pacman.conf
#        ^^^^^^^^^^^^^^^^^^ `SigLevel = Never` takes packages without looking for a signature
RUN sed -i 's/^SigLevel.*/SigLevel = Optional TrustAll/' /etc/pacman.conf
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `SigLevel = Optional TrustAll` takes packages without looking for a signature

#: what is checked
FROM archlinux:base
RUN echo "SigLevel = Required DatabaseOptional" >> /etc/pacman.conf && pacman -Syu --noconfirm nginx

#: packages that the build has made
FROM archlinux:base
RUN sed -i '/\[testing\]/i [own]\nSigLevel = Never\nServer = file:///repo\n' /etc/pacman.conf
RUN printf '[own]\nSigLevel = Never\nServer = https://example.com\n' >> /etc/pacman.conf
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `SigLevel = Never` takes packages without looking for a signature
