#: odd cases
FROM debian:12
RUN for name in "a b c"; do mkdir "/srv/$name"; done
#               ^^^^^^^ this is one word, and the loop runs once
#?> Make words of it
#+ RUN for name in a b c; do mkdir "/srv/$name"; done
RUN for name in "a, $HOME"; do mkdir "/srv/$name"; done
RUN for name in "a, b" ; do mkdir "/srv/$name"; done
#               ^^^^^^ this is one word, and the loop runs once
#?> Make words of it
#+ RUN for name in a b ; do mkdir "/srv/$name"; done
RUN for name in "a & b"; do mkdir "/srv/$name"; done
#               ^^^^^^^ this is one word, and the loop runs once
RUN for name in 'x-1,y=2'; do mkdir "/srv/$name"; done
#: lists of one, files, variables and what a shell expands are lists
FROM debian:12
RUN for name in a,b; do mkdir "/srv/$name"; done
RUN for name in one; do mkdir "/srv/$name"; done
RUN for name in "$NAMES"; do mkdir "/srv/$name"; done
RUN for name in /srv/*.sh; do chmod +x "$name"; done
RUN for name in {a,b}; do mkdir "/srv/$name"; done
RUN for name in $(cat names); do mkdir "/srv/$name"; done
RUN for name; do echo "$name"; done
