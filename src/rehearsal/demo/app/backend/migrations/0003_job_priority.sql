-- A constant default is stored in the catalogue: no row is rewritten.
ALTER TABLE job ADD COLUMN priority integer NOT NULL DEFAULT 0;
