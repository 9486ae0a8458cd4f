#: nothing is compiled
ARG CUDA=12.4.1
FROM nvidia/cuda:${CUDA}-devel-ubuntu22.04
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `devel` brings compilers, and nothing is compiled in this stage
RUN pip install torch

#: a compiler is called
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN nvcc -o web web.cu

#: packages that are compiled
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN pip install flash-attn

#: a file may name such packages
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN pip install -r requirements.txt

#: the stage before
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04 AS build
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
COPY --from=build /web /web
