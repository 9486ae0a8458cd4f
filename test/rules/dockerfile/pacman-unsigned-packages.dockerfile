#: in its configuration
FROM archlinux:base
RUN echo "SigLevel = Never" >> /etc/pacman.conf
#        ^^^^^^^^^^^^^^^^^^ `SigLevel = Never` takes packages without looking for a signature
RUN sed -i 's/^SigLevel.*/SigLevel = Optional TrustAll/' /etc/pacman.conf
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `SigLevel = Optional TrustAll` takes packages without looking for a signature

#: what is checked
FROM archlinux:base
RUN echo "SigLevel = Required DatabaseOptional" >> /etc/pacman.conf && pacman -Syu --noconfirm nginx
