-- The telephone of the place itself, which everyone may call; that of a person is in the contact.
ALTER TABLE structure ADD COLUMN phone text CHECK (length(phone) BETWEEN 3 AND 30);
