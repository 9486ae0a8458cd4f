#: what answers, and what asks
FROM archlinux:base
RUN pacman -Syu --noconfirm git
RUN pacman --noconfirm -S git
RUN yes | pacman -S git
RUN pacman -Sy
RUN pacman -Ss git && pacman -Q
RUN pacman -S git
#   ^^^^^^ `pacman` asks whether to go on, and a build cannot answer
#=> Answer yes with `--noconfirm`
#+ RUN pacman -S --noconfirm git
RUN pacman --color never -Syu
#   ^^^^^^ `pacman` asks whether to go on, and a build cannot answer
#=> Answer yes with `--noconfirm`
#+ RUN pacman --color never -Syu --noconfirm
RUN pacman -Rns git || true
#   ^^^^^^ `pacman` asks whether to go on, and a build cannot answer
#?> Answer yes with `--noconfirm`
#+ RUN pacman -Rns --noconfirm git || true
RUN pacman -Scc
#   ^^^^^^ `pacman` asks whether to go on, and a build cannot answer
#=> Answer yes with `--noconfirm`
#+ RUN pacman -Scc --noconfirm
