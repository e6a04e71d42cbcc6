from frob import frob


def test_frob():
    assert frob(1) == 2
