"""The named rules and presets of the registry's security-group module."""

# name: (from, to, protocol)
# https://github.com/terraform-aws-modules/terraform-aws-security-group/blob/master/rules.tf
# Names of the form service-port-protocol are read from the name and not repeated here.
_NAMED: dict[str, tuple[int, int, str]] = {
    "carbon-line-in-tcp": (2003, 2003, "tcp"),
    "carbon-line-in-udp": (2003, 2003, "udp"),
    "carbon-pickle-tcp": (2013, 2013, "tcp"),
    "carbon-pickle-udp": (2013, 2013, "udp"),
    "carbon-admin-tcp": (2004, 2004, "tcp"),
    "carbon-gui-udp": (8081, 8081, "tcp"),
    "cassandra-clients-tcp": (9042, 9042, "tcp"),
    "cassandra-thrift-clients-tcp": (9160, 9160, "tcp"),
    "cassandra-jmx-tcp": (7199, 7199, "tcp"),
    "consul-tcp": (8300, 8300, "tcp"),
    "consul-cli-rpc-tcp": (8400, 8400, "tcp"),
    "consul-webui-tcp": (8500, 8500, "tcp"),
    "consul-webui-http-tcp": (8500, 8500, "tcp"),
    "consul-webui-https-tcp": (8501, 8501, "tcp"),
    "consul-dns-tcp": (8600, 8600, "tcp"),
    "consul-dns-udp": (8600, 8600, "udp"),
    "consul-serf-lan-tcp": (8301, 8301, "tcp"),
    "consul-serf-lan-udp": (8301, 8301, "udp"),
    "consul-serf-wan-tcp": (8302, 8302, "tcp"),
    "consul-serf-wan-udp": (8302, 8302, "udp"),
    "docker-swarm-mngmt-tcp": (2377, 2377, "tcp"),
    "docker-swarm-node-tcp": (7946, 7946, "tcp"),
    "docker-swarm-node-udp": (7946, 7946, "udp"),
    "docker-swarm-overlay-udp": (4789, 4789, "udp"),
    "dns-udp": (53, 53, "udp"),
    "dns-tcp": (53, 53, "tcp"),
    "etcd-client-tcp": (2379, 2379, "tcp"),
    "etcd-peer-tcp": (2380, 2380, "tcp"),
    "ntp-udp": (123, 123, "udp"),
    "elasticsearch-rest-tcp": (9200, 9200, "tcp"),
    "elasticsearch-java-tcp": (9300, 9300, "tcp"),
    "grafana-tcp": (3000, 3000, "tcp"),
    "graphite-webui": (80, 80, "tcp"),
    "kafka-broker-tcp": (9092, 9092, "tcp"),
    "kafka-broker-tls-tcp": (9094, 9094, "tcp"),
    "kafka-jmx-exporter-tcp": (11001, 11001, "tcp"),
    "kafka-node-exporter-tcp": (11002, 11002, "tcp"),
    "kibana-tcp": (5601, 5601, "tcp"),
    "kubernetes-api-tcp": (6443, 6443, "tcp"),
    "ldap-tcp": (389, 389, "tcp"),
    "ldaps-tcp": (636, 636, "tcp"),
    "logstash-tcp": (5044, 5044, "tcp"),
    "memcached-tcp": (11211, 11211, "tcp"),
    "minio-tcp": (9000, 9000, "tcp"),
    "mysql-tcp": (3306, 3306, "tcp"),
    "mssql-tcp": (1433, 1433, "tcp"),
    "mssql-udp": (1434, 1434, "udp"),
    "mssql-analytics-tcp": (2383, 2383, "tcp"),
    "mssql-broker-tcp": (4022, 4022, "tcp"),
    "nfs-tcp": (2049, 2049, "tcp"),
    "nomad-http-tcp": (4646, 4646, "tcp"),
    "nomad-rpc-tcp": (4647, 4647, "tcp"),
    "nomad-serf-tcp": (4648, 4648, "tcp"),
    "nomad-serf-udp": (4648, 4648, "udp"),
    "openvpn-udp": (1194, 1194, "udp"),
    "openvpn-tcp": (943, 943, "tcp"),
    "openvpn-https-tcp": (443, 443, "tcp"),
    "postgresql-tcp": (5432, 5432, "tcp"),
    "puppet-tcp": (8140, 8140, "tcp"),
    "puppetdb-tcp": (8081, 8081, "tcp"),
    "prometheus-http-tcp": (9090, 9090, "tcp"),
    "prometheus-pushgateway-http-tcp": (9091, 9091, "tcp"),
    "oracle-db-tcp": (1521, 1521, "tcp"),
    "octopus-tentacle-tcp": (10933, 10933, "tcp"),
    "rdp-tcp": (3389, 3389, "tcp"),
    "rdp-udp": (3389, 3389, "udp"),
    "redis-tcp": (6379, 6379, "tcp"),
    "redshift-tcp": (5439, 5439, "tcp"),
    "saltstack-tcp": (4505, 4506, "tcp"),
    "smtp-tcp": (25, 25, "tcp"),
    "solr-tcp": (8983, 8987, "tcp"),
    "splunk-indexer-tcp": (9997, 9997, "tcp"),
    "splunk-web-tcp": (8000, 8000, "tcp"),
    "splunk-splunkd-tcp": (8089, 8089, "tcp"),
    "splunk-hec-tcp": (8088, 8088, "tcp"),
    "splunk-clients-tcp": (8080, 8080, "tcp"),
    "squid-proxy-tcp": (3128, 3128, "tcp"),
    "ssh-tcp": (22, 22, "tcp"),
    "storm-nimbus-tcp": (6627, 6627, "tcp"),
    "storm-ui-tcp": (8080, 8080, "tcp"),
    "storm-supervisor-tcp": (6700, 6703, "tcp"),
    "vault-tcp": (8200, 8200, "tcp"),
    "web-jmx-tcp": (1099, 1099, "tcp"),
    "winrm-http-tcp": (5985, 5985, "tcp"),
    "winrm-https-tcp": (5986, 5986, "tcp"),
    "zabbix-server": (10051, 10051, "tcp"),
    "zabbix-proxy": (10051, 10051, "tcp"),
    "zabbix-agent": (10050, 10050, "tcp"),
    "zookeeper-jmx-tcp": (7199, 7199, "tcp"),
    "all-all": (-1, -1, "-1"),
    "all-tcp": (0, 65535, "tcp"),
    "all-udp": (0, 65535, "udp"),
    "all-icmp": (-1, -1, "icmp"),
    "all-ipv6-icmp": (-1, -1, "icmpv6"),
}
_PORTED = {
    "activemq": (5671, 8883, 61614, 61617, 61619),
    "graphite": (2003, 2004, 2023, 2024, 8080, 8125, 8126),
    "http": (80, 8080),
    "https": (443, 8443),
    "mongodb": (27017, 27018, 27019),
    "rabbitmq": (4369, 5671, 5672, 15672, 25672),
    "zookeeper": (2181, 2888, 3888),
}
_PRESETS = {
    "web": ("http-80-tcp", "http-8080-tcp", "https-443-tcp", "web-jmx-tcp"),
    "ssh": ("ssh-tcp",),
    "carbon-relay-ng": ("carbon-line-in-tcp", "carbon-pickle-tcp", "carbon-gui-udp"),
    "elasticsearch": ("elasticsearch-rest-tcp", "elasticsearch-java-tcp"),
    "mssql": ("mssql-tcp", "mssql-udp", "mssql-analytics-tcp", "mssql-broker-tcp"),
    "oracle-db": ("oracle-db-tcp",),
    "zipkin": (),
}


def named_rule(name: str) -> tuple[int, int, str] | None:
    """From, to and protocol of a rule the module knows by name."""
    if name in _NAMED:
        return _NAMED[name]
    service, _, rest = name.partition("-")
    port, _, protocol = rest.partition("-")
    if port.isdigit() and int(port) in _PORTED.get(service, ()) and protocol in ("tcp", "udp"):
        return int(port), int(port), protocol
    return None


def preset_rules(name: str) -> tuple[str, ...]:
    """The rules that a submodule, say `//modules/ssh`, opens by itself."""
    if name in _PRESETS:
        return _PRESETS[name]
    if name.partition("-")[0] in ("http", "https") and f"{name}-tcp" not in _NAMED:
        return (f"{name}-tcp",)
    ported = tuple(f"{name}-{port}-tcp" for port in _PORTED.get(name, ()))
    return ported or tuple(each for each in _NAMED if each.startswith(f"{name}-"))
