def frob(x):
    return x + 1
