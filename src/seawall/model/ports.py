"""Which service listens on which port, and which of them must never face the internet."""

from dataclasses import dataclass

TCP, UDP = "tcp", "udp"
BOTH = (TCP, UDP)


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    low: int
    high: int
    protocols: tuple[str, ...] = (TCP,)

    @property
    def ports(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


# the two by which machines are administered
ADMIN = (Service("SSH", 22, 22), Service("RDP", 3389, 3389, BOTH))

FTP = Service("FTP", 20, 21)

# the other services that nobody offers to the internet on purpose
SENSITIVE = (
    FTP,
    Service("Telnet", 23, 23),
    Service("SMTP", 25, 25),
    Service("DNS", 53, 53, BOTH),
    Service("RPC", 135, 135, BOTH),
    Service("NetBIOS", 137, 139, BOTH),
    Service("CIFS", 445, 445, BOTH),
    Service("SQL Server", 1433, 1434, BOTH),
    Service("Oracle", 1521, 1521),
    Service("Oracle", 2483, 2484, BOTH),
    Service("MySQL", 3306, 3306),
    Service("mSQL", 4333, 4333),
    Service("PostgreSQL", 5432, 5432),
    Service("VNC listener", 5500, 5500),
    Service("VNC server", 5800, 5800),
    Service("VNC server", 5900, 5900),
    Service("MongoDB", 27017, 27019),
)

# further services by which machines and data were taken over
# https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
RISKY = (
    Service("POP3", 110, 110),
    Service("IMAP", 143, 143),
    Service("SNMP", 161, 161, BOTH),
    Service("LDAP", 389, 389, BOTH),
    Service("LDAPS", 636, 636),
    Service("NFS", 2049, 2049, BOTH),
    Service("Docker", 2375, 2376),
    Service("etcd", 2379, 2380),
    Service("SQL Server Analysis Services", 2382, 2383),
    Service("development server", 3000, 3000),
    Service("CIFS for Oracle", 3020, 3020, BOTH),
    Service("SaltStack", 4505, 4506),
    Service("development server", 5000, 5000),
    Service("Kibana", 5601, 5601),
    Service("WinRM", 5985, 5986),
    Service("Redis", 6379, 6379),
    Service("Kubernetes API", 6443, 6443),
    Service("Cassandra", 7000, 7001),
    Service("Cassandra", 7199, 7199),
    Service("HTTP alternative", 8000, 8000),
    Service("Hadoop", 8020, 8020),
    Service("HTTP alternative", 8080, 8080),
    Service("proxy", 8088, 8088),
    Service("Puppet", 8140, 8140),
    Service("HTTP alternative", 8888, 8888),
    Service("Hadoop", 9000, 9000),
    Service("Cassandra", 9042, 9042),
    Service("Prometheus", 9090, 9090),
    Service("Kafka", 9092, 9092),
    Service("Cassandra", 9160, 9160),
    Service("Elasticsearch", 9200, 9200),
    Service("Elasticsearch", 9300, 9300),
    Service("kubelet", 10250, 10250),
    Service("Memcached", 11211, 11211, BOTH),
    Service("Memcached over TLS", 11214, 11215, BOTH),
    Service("Hadoop", 50070, 50070),
    Service("Hadoop", 50470, 50470),
    Service("Cassandra", 61620, 61621),
)

WEB = frozenset({80, 443})
