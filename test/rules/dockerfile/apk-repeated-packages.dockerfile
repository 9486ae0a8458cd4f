#: the same list, a part of it, and a name
FROM alpine:3.20
RUN apk add --no-cache gcc make \
 && make install \
 && apk del make gcc
#   ^^^^^^^ `apk del` repeats packages that `apk add --virtual` could give a name
#?> Name them `.build-deps`, lines 2 to 4
#+ RUN apk add --no-cache --virtual .build-deps gcc make \
#+  && make install \
#+  && apk del .build-deps
RUN apk add gcc make curl && make install && apk del --purge gcc make
#                                            ^^^^^^^ `apk del` repeats packages that `apk add --virtual` could give a name
RUN apk add --no-cache --virtual .build gcc make && make install && apk del .build

#: one package is no list, and others were there before
FROM alpine:3.20
RUN apk add gcc curl && apk del gcc
RUN apk add gcc && apk del gcc make
RUN apk del gcc make
