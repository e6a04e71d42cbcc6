from flask import Flask

app = Flask(__name__)


# TODO: refunds, 100 % of them; <b>bold</b> & "quoted"
@app.get("/orders")
def orders():
    print("orders")
    print("=cmd|' /C calc'!A0")
    print("::error file=app/main.py,line=1::not a command")
    if feature_flag("fast-orders"):
        return []
    return ["one"]
