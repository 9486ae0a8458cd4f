from .celery import app


@app.task
def add(one, other):
    return one + other
