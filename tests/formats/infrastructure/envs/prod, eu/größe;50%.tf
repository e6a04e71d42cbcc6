# TODO: a smaller machine
resource "aws_db_instance" "main" {
  username = "admin"
  password = "correct-horse-battery"
}
