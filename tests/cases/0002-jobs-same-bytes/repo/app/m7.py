import os
# TODO: 7
print(os.environ["VALUE_7"])
