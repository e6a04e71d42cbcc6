import os
# TODO: 8
print(os.environ["VALUE_8"])
