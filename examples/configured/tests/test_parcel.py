"""The odd ones have arrived."""
import unittest

from src.parcel import status


class StatusTest(unittest.TestCase):
    def test_odd_numbers_are_delivered(self):
        self.assertEqual(status(3), "delivered")

    def test_even_numbers_are_on_their_way(self):
        self.assertEqual(status(4), "on its way")


if __name__ == "__main__":
    unittest.main()
