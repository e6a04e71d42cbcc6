import os
# TODO: 9
print(os.environ["VALUE_9"])
