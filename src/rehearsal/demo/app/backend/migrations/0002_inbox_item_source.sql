-- Nullable, so that the release before this one keeps writing while both run.
ALTER TABLE inbox_item ADD COLUMN source text;
CREATE INDEX inbox_item_source ON inbox_item (source);
