import os
# TODO: 2
print(os.environ["VALUE_2"])
