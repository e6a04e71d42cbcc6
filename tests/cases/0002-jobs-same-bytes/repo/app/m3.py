import os
# TODO: 3
print(os.environ["VALUE_3"])
