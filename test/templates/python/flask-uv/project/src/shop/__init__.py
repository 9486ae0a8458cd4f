from flask import Flask


def create_app(config: str | None = None) -> Flask:
    app = Flask(__name__)

    @app.route("/")
    def home() -> str:
        return "Open"

    return app
