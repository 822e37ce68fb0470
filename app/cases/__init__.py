"""What the employer's, the certifier's and the county's pages of a case share."""
