"""The small collection that ships with the project: digests of the record in our own words, each naming its original."""
