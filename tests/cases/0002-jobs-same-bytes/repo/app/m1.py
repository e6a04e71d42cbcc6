import os
# TODO: 1
print(os.environ["VALUE_1"])
