"""Says where a parcel is."""
import argparse


def status(number: int) -> str:
    return "delivered" if number % 2 else "on its way"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int)
    arguments = parser.parse_args()
    print(status(arguments.number))


if __name__ == "__main__":
    main()
