import time


def run() -> None:
    while True:
        print("sorting", flush=True)
        time.sleep(60)
