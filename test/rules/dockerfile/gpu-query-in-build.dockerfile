#: nvidia-smi
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN nvidia-smi
#   ^^^^^^^^^^ no GPU is there during a build, so that `nvidia-smi` fails
RUN apt-get update && nvidia-smi --query-gpu=name --format=csv
#                     ^^^^^^^^^^ no GPU is there during a build, so that `nvidia-smi` fails
RUN nvidia-smi || true
RUN if nvidia-smi; then echo yes; fi
RUN --device=nvidia.com/gpu nvidia-smi
RUN ln -s /usr/lib/wsl/nvidia-smi /usr/bin/nvidia-smi
RUN echo nvidia-smi > /start.sh
CMD ["nvidia-smi"]

#: Python
FROM pytorch/pytorch:2.4.0-cuda12.4-cudnn9-runtime
RUN python -c "import torch; print(torch.cuda.is_available())"
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no GPU is there during a build, whatever `torch.cuda.is_available` answers
RUN python3 -c 'import torch; assert torch.cuda.device_count() > 0'
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no GPU is there during a build, whatever `torch.cuda.device_count` answers
RUN python -c "import tensorflow as tf; print(tf.config.list_physical_devices('GPU'))"
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no GPU is there during a build, whatever `tf.config.list_physical_devices` answers
RUN python -c "import torch; print(torch.version.cuda)"
RUN python -c "import tensorflow as tf; print(tf.config.list_physical_devices('CPU'))"
RUN python check.py torch.cuda.is_available
