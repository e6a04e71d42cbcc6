import os
# TODO: 4
print(os.environ["VALUE_4"])
