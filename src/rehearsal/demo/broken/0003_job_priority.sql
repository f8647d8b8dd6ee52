-- Nobody sends the same thought twice to the same chat.
CREATE INDEX inbox_item_created ON inbox_item (created_at);
ALTER TABLE inbox_item ADD CONSTRAINT inbox_item_once UNIQUE (chat, text);
ALTER TABLE job ADD COLUMN priority integer NOT NULL DEFAULT 0;
