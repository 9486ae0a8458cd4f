#: other programs clean as well
FROM registry.access.redhat.com/ubi9/ubi-minimal:9.5
RUN microdnf install -y tar
#   ^^^^^^^^^^^^^^^^ `microdnf install` leaves what it has downloaded in the image
#=> Run `microdnf clean all` in the same `RUN`
#+ RUN microdnf install -y tar && microdnf clean all
RUN microdnf install -y tar && microdnf clean all
RUN microdnf update -y && rm -rf /var/cache/yum
RUN microdnf install -y tar; exit
#   ^^^^^^^^^^^^^^^^ `microdnf install` leaves what it has downloaded in the image
