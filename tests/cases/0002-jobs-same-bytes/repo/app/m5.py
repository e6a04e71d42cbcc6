import os
# TODO: 5
print(os.environ["VALUE_5"])
