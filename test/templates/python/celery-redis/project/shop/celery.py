import os

from celery import Celery

app = Celery("shop", broker=os.environ["BROKER_URL"], backend=os.getenv("RESULT_BACKEND"))
app.autodiscover_tasks(["shop"])

if __name__ == "__main__":
    app.start()
