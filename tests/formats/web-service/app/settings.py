import os

database = os.environ["DATABASE_URL"]
admin_password = "not-a-real-one-1"
password = "shop-shop-shop"
backup_password = "x"
PASSWORD = 'drowssap-77'  # readiness: allow house.no-passwords test-data only in the demo shop
