#: conda and its sisters, however they are called
FROM continuumio/miniconda3:24.5.0-0
RUN conda install -y numpy
#   ^^^^^^^^^^^^^ `conda install` leaves what it has downloaded in the image
#=> Run `conda clean --all --yes` in the same `RUN`
#+ RUN conda install -y numpy && conda clean --all --yes
RUN $CONDA_DIR/bin/conda install -y numpy
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `conda install` leaves what it has downloaded in the image
#=> Run `conda clean --all --yes` in the same `RUN`
#+ RUN $CONDA_DIR/bin/conda install -y numpy && $CONDA_DIR/bin/conda clean --all --yes
RUN conda env create -f environment.yml
#   ^^^^^^^^^ `conda env` leaves what it has downloaded in the image
#=> Run `conda clean --all --yes` in the same `RUN`
#+ RUN conda env create -f environment.yml && conda clean --all --yes
RUN mamba install -y numpy && mamba clean -afy
RUN conda install -y numpy && conda clean --all
RUN conda install -y numpy && rm -rf /opt/conda/pkgs
RUN conda run -n base python app.py
RUN conda config --add channels conda-forge
RUN conda install -y numpy | tee log
#   ^^^^^^^^^^^^^ `conda install` leaves what it has downloaded in the image
