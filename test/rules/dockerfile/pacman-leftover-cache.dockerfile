#: what downloads, and what cleans
FROM archlinux:base
RUN pacman -Syu --noconfirm git
#   ^^^^^^ `pacman` leaves what it has downloaded in the image
#=> Run `pacman -Scc --noconfirm` in the same `RUN`
#+ RUN pacman -Syu --noconfirm git && pacman -Scc --noconfirm
RUN pacman -S --noconfirm git && pacman -Scc --noconfirm
RUN pacman -S --noconfirm git && rm -rf /var/cache/pacman/pkg/*
RUN pacman -Sy && pacman -Ss git && pacman -Q
RUN pacman -S --noconfirm git; exit
#   ^^^^^^ `pacman` leaves what it has downloaded in the image
