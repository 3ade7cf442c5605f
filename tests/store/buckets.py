"""A server that speaks S3, for the tests: moto's, on this machine."""

import os
from contextlib import contextmanager

NEITHER_KEY_NOR_SECRET = "moto-asks-for-none"


@contextmanager
def bucket(name="parts"):
    """The URL of a bucket. All servers of one process share what they hold, so take a folder of your own in it."""
    import boto3
    from moto.server import ThreadedMotoServer
    from s3fs import S3FileSystem

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    ours = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": NEITHER_KEY_NOR_SECRET,
        "AWS_SECRET_ACCESS_KEY": NEITHER_KEY_NOR_SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {key: os.environ.get(key) for key in ours}
    os.environ.update(ours)
    boto3.client("s3").create_bucket(Bucket=name)
    S3FileSystem.clear_instance_cache()  # fsspec would go on with the server of the tests before
    try:
        yield f"s3://{name}"
    finally:
        S3FileSystem.clear_instance_cache()
        server.stop()
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})
