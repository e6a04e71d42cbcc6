import os
# TODO: 6
print(os.environ["VALUE_6"])
