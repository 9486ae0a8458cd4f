from bottle import Bottle

app = Bottle()


@app.get("/ping")
def ping() -> str:
    return "pong"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8090)
